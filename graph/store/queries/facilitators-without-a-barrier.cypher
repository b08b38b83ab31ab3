// questions: unwatched-facilitator
MATCH (who:Actor {model: 'NL'})-[:FACILITATES]->(at)
WHERE NOT EXISTS { (who)-[cover:COVERS]->(:Step) WHERE cover.weight > 0 }
WITH who, collect(DISTINCT at.name) AS helps_at
RETURN who.name AS facilitator, helps_at ORDER BY facilitator
