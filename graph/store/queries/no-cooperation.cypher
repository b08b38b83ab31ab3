// questions: no-cooperation, weak-cooperation
MATCH (one:Actor {model: 'NL'})-[a:COVERS]->(step:Step)<-[b:COVERS]-(other:Actor)
WHERE step.script = 'five-barriers' AND one.id < other.id AND a.weight > 0 AND b.weight > 0
  AND NOT EXISTS { (one)-[:COOPERATES]-(other) }
WITH one, other, count(DISTINCT step) AS steps WHERE steps > 1
RETURN one.caption AS one, other.caption AS other, steps ORDER BY steps DESC, one, other
