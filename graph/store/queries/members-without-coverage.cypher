// questions: outside-networks, barrier-not-represented
MATCH (who:Actor)-[:MEMBER_OF]->(network:Actor {model: 'NL'})
WHERE NOT EXISTS { (who)-[cover:COVERS]->(:Step {script: 'five-barriers'}) WHERE cover.weight > 0 }
WITH DISTINCT network, who ORDER BY who.name
WITH network, collect(coalesce(who.abbreviation, who.name)) AS silent
RETURN network.abbreviation AS network, size(silent) AS silent,
       COUNT { (:Actor)-[:MEMBER_OF]->(network) } AS of, silent[..3] AS such_as ORDER BY network
