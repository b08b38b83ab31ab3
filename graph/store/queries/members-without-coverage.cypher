// questions: outside-the-table, barrier-without-seat
MATCH (who:Actor)-[:MEMBER_OF]->(network:Actor {model: 'NL'})
WHERE NOT EXISTS { (who)-[cover:COVERS]->(:Step {script: 'five-barriers'}) WHERE cover.weight > 0 }
WITH network, collect(DISTINCT who.caption) AS silent
RETURN network.abbreviation AS network, size(silent) AS silent,
       COUNT { (:Actor)-[:MEMBER_OF]->(network) } AS of, silent[..2] AS such_as ORDER BY network
