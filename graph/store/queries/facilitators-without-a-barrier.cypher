// questions: facilitator-without-barrier
MATCH (who:Actor {model: 'NL'})-[:FACILITATES]->(at)
WHERE NOT EXISTS { (who)-[cover:COVERS]->(:Step) WHERE cover.weight > 0 }
WITH DISTINCT who, at ORDER BY at.name
RETURN who.name AS facilitator, collect(at.name) AS helps_at ORDER BY facilitator
