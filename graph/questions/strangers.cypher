@readings
WITH here, collect(reading) AS readings
CALL (here) {
  MATCH (a:Actor {model: here.version})-[tie:COOPERATES]->(b:Actor)
  WHERE a.id IS NOT NULL AND a.id <> b.id AND @selected(tie) AND any(share IN tie.shares WHERE share > 0)
  WITH CASE WHEN a.id < b.id THEN [a.id, b.id] ELSE [b.id, a.id] END AS pair, tie.id AS id,
       @firm(tie) AND @valid(tie) AS settles, @share_of(tie, ['none', 'none-but-useful']) > 50 AS apart ORDER BY id
  RETURN pair, collect({id: id, settles: settles, apart: apart}) AS ties
}
WITH readings, pair, [t IN ties WHERE t.apart] AS apart,
     any(t IN ties WHERE t.apart AND t.settles) AS said, any(t IN ties WHERE NOT t.apart AND t.settles) AS denied,
     COLLECT { UNWIND readings AS r WITH r WHERE all(name IN pair WHERE name IN r.may_cover)
               WITH r.id AS id ORDER BY id RETURN id } AS shared,
     COLLECT { UNWIND readings AS r WITH r WHERE all(name IN pair WHERE name IN r.sure_to_cover)
               WITH r.id AS id ORDER BY id RETURN id } AS both
WHERE size(apart) > 0 AND size(shared) > 0 AND (said OR NOT denied)
WITH readings, pair, apart, shared, both, said AND NOT denied AND size(both) > 0 AS sure
WITH readings, pair, apart, sure, CASE WHEN sure THEN both ELSE shared END AS steps
RETURN pair[0] + '+' + pair[1] AS subject, null AS step, CASE WHEN sure THEN 'certain' ELSE 'possible' END AS certainty,
       size(steps) AS count, size(readings) AS of,
       [t IN apart | t.id] + COLLECT {
         UNWIND [0, 1] AS i UNWIND readings AS r UNWIND r.covers AS c WITH i, r, c
         WHERE r.id IN steps AND c.actor = pair[i] WITH i, c.id AS id ORDER BY i, id RETURN id
       } AS facts,
       pair + steps AS about, pair AS actors
