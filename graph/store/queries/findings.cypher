// questions: *, insufficient-cover
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})
      -[:FOUND]->(finding:Finding {question: 'insufficient-cover'})
RETURN finding.certainty AS certainty, finding.title AS says, COLLECT {
  MATCH (finding)-[:ASKS]->(who) RETURN who.caption AS who ORDER BY who LIMIT 2
} AS ask ORDER BY finding.place LIMIT 10
