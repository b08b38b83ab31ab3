// questions: uncovered-step, insufficient-cover, detected-only
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})-[:SHOWS]->(is:StepStatus)
MATCH (is)-[:OF]->(:Step)<-[:HAS]-(barrier:Barrier)
WITH barrier, is.status AS status, count(*) AS steps ORDER BY steps DESC, status
WITH barrier, sum(steps) AS of, collect(status + ' ' + steps) AS statuses ORDER BY barrier.order
RETURN barrier.name AS at, of, statuses
