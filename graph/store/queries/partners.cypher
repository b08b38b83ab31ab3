// questions: weak-cooperation
MATCH (one:Actor {model: 'NL'})-[tie:COOPERATES]-(other:Actor)
WHERE tie.weight > 0 AND one.id < other.id
WITH one, other, min(1.0 / tie.weight) AS distance
RETURN one.caption AS one, other.caption AS other, round(distance, 2) AS distance
ORDER BY distance, one, other LIMIT 10
