// questions: uncovered-step, paper-cover, seen-not-stopped, missing-level, group-not-served
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})
      -[:FOUND]->(gap:Finding {certainty: 'certain'})-[:CONCERNS]->(step:Step)<-[:HAS]-(at:Barrier)
WITH at, gap.question AS question, count(DISTINCT step) AS steps ORDER BY at.order, question
RETURN at.name AS at, question, steps, COUNT { (at)-[:HAS]->(:Step) } AS of
