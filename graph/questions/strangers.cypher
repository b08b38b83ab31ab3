@actors
CALL (here) {
  MATCH (a:Actor {model: here.version})-[tie:COOPERATES]->(b:Actor)
  WHERE a.id IS NOT NULL AND a.id <> b.id AND @selected(tie) AND any(share IN tie.shares WHERE share > 0)
  WITH CASE WHEN a.id < b.id THEN [a.id, b.id] ELSE [b.id, a.id] END AS pair, tie.id AS id,
       @firm(tie) AND @valid(tie) AS settles, @share_of(tie, ['none', 'none-but-useful']) > 50 AS apart ORDER BY id
  RETURN pair, collect({id: id, settles: settles, apart: apart}) AS ties
}
WITH actors, pair, [t IN ties WHERE t.apart | t.id] AS apart,
     any(t IN ties WHERE t.apart AND t.settles) AS said, any(t IN ties WHERE NOT t.apart AND t.settles) AS denied
WHERE size(apart) > 0 AND (said OR NOT denied)
WITH pair, apart, said AND NOT denied AS is_settled,
     head([a IN actors WHERE a.name = pair[0]]) AS one, head([a IN actors WHERE a.name = pair[1]]) AS other
WITH pair, apart, one, other, is_settled,
     [id IN one.steps WHERE id IN other.steps] AS shared, [id IN one.surely WHERE id IN other.surely] AS both
WHERE size(shared) > 0
WITH *, is_settled AND size(both) > 0 AS sure
WITH *, CASE WHEN sure THEN both ELSE shared END AS steps
RETURN pair[0] + '+' + pair[1] AS subject, null AS step, CASE WHEN sure THEN 'certain' ELSE 'possible' END AS certainty,
       size(steps) AS count, one.of AS of,
       apart + @in_order([c IN one.covers WHERE c.step IN steps])
       + @in_order([c IN other.covers WHERE c.step IN steps]) AS facts,
       pair + steps AS about, pair AS actors
