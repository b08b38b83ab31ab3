// questions: uncovered-step
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})
      -[:FOUND]->(open:Finding)-[:ASKS]->(who:Actor)
MATCH (open)-[:CONCERNS]->(step:Step)<-[:OF]-(:StepStatus {audit: open.audit, status: 'unknown'})
WITH who, collect(DISTINCT step.name) AS steps
RETURN who.caption AS ask, size(steps) AS of_steps, steps[..3] AS such_as
ORDER BY of_steps DESC, ask LIMIT 10
