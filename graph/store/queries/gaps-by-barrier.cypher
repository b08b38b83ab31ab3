// questions: uncovered-step, insufficient-cover, detected-only, missing-level, group-not-covered
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})
      -[:FOUND]->(gap:Finding {certainty: 'certain'})-[:CONCERNS]->(step:Step)<-[:HAS]-(at:Barrier)
WITH at, gap.question AS question, count(DISTINCT step) AS steps ORDER BY at.order, question
RETURN at.name AS at, question, steps, COUNT { (at)-[:HAS]->(:Step) } AS of
