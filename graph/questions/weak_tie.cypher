@looking
MATCH (a:Actor {model: here.version})-[tie:COOPERATES]->(b:Actor)
WHERE a.id IS NOT NULL AND @selected(tie) AND tie.basis = 'stated' AND @valid(tie)
WITH a, b, tie.id AS id, @firm(tie) AS firm,
     @share_of(tie, ['none', 'none-but-useful', 'none-to-weak', 'weak']) > 50 AS weak ORDER BY id
WITH a, b, collect({id: id, firm: firm, weak: weak}) AS ties
WITH a, b, ties, [t IN ties WHERE t.weak] AS weak WHERE size(weak) > 0
RETURN a.id + '+' + b.id AS subject, null AS step,
       CASE WHEN any(t IN weak WHERE t.firm) THEN 'certain' ELSE 'possible' END AS certainty,
       size(weak) AS count, size(ties) AS of, [t IN weak | t.id] AS facts,
       CASE WHEN a.id = b.id THEN [a.id] ELSE [a.id, b.id] END AS about, [a.id, b.id] AS actors
