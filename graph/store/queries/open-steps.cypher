// questions: uncovered-step
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})
      -[:FOUND]->(open:Finding)-[:ASKS]->(who:Actor)
MATCH (open)-[:CONCERNS]->(step:Step)<-[:OF]-(:StepStatus {audit: open.audit, status: 'unknown'})
WITH DISTINCT who, step ORDER BY step.name
WITH who, collect(step.name) AS steps
RETURN who.caption AS ask, size(steps) AS number, steps[..2] AS such_as
ORDER BY number DESC, ask LIMIT 10
