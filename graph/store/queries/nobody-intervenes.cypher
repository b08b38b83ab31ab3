// questions: uncovered-step
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})-[:SHOWS]->(is)-[:OF]->(step:Step)
WHERE is.status = 'uncovered'
RETURN step.barrier AS barrier, step.name AS step, is.reason AS reason ORDER BY is.place
