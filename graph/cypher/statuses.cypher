@readings
// The first reason that applies; docs/method.md has them in this order.
WITH reading, [c IN reading.recorded WHERE c.stated AND c.state <> 'absent'] AS stated,
     [k IN reading.ceilings WHERE k.stated AND k.valid AND NOT k.firm | k.says] AS doubts,
     [k IN reading.ceilings WHERE k.id IN reading.counting | k.says] AS counting,
     all(i IN range(0, size(reading.atoms) - 1) WHERE reading.most[i] = 2 AND any(f IN reading.fixed
       WHERE f.atom = i AND f.power IN reading.holds AND f.degree = 2)) AS is_held_for_all
WITH *, [c IN stated WHERE c.power IN reading.holds] AS holding
WITH *, CASE WHEN size(holding) > 0 THEN holding ELSE stated END AS judged
WITH *, [c IN judged WHERE c.valid] AS valid, [c IN judged WHERE c.valid AND c.state = 'working'] AS working
WITH *, CASE
  WHEN reading.best = 0 THEN 'nobody'
  WHEN size(counting) > 0 AND any(m IN reading.most WHERE m = 0) THEN 'nobody-for-some'
  WHEN size(counting) > 0 THEN 'only-in-part'
  WHEN is_held_for_all THEN 'for-everybody'
  WHEN size(doubts) > 0 THEN 'by-a-weak-voice'
  WHEN size(holding) = 0 AND any(c IN stated WHERE c.power = 'detect' AND c.degree > 0 AND c.valid) THEN 'seen'
  WHEN size(judged) = 0 AND any(c IN reading.recorded WHERE c.state <> 'absent') THEN 'inferred'
  WHEN size(judged) = 0 AND size(reading.recorded) > 0 THEN 'only-who-not'
  WHEN size(judged) = 0 THEN 'silent'
  WHEN size(valid) = 0 THEN 'ended'
  WHEN any(c IN working WHERE c.firm) AND NOT any(c IN working WHERE c.power IN reading.holds) THEN 'done-not-held'
  WHEN any(c IN working WHERE c.firm) AND any(f IN reading.fixed WHERE f.power IN reading.holds AND f.degree = 2)
    THEN 'for-some'
  WHEN any(c IN working WHERE c.firm) THEN 'disagree'
  WHEN size(working) > 0 THEN 'weak-holder'
  WHEN any(c IN valid WHERE c.state = 'partial') THEN 'partial'
  WHEN any(c IN valid WHERE c.state = 'competent') THEN 'competent'
  ELSE 'planned' END AS why
RETURN reading.id AS step, why, CASE why WHEN 'by-a-weak-voice' THEN doubts ELSE counting END AS says,
       [c IN reading.recorded | c.id] AS recorded, [k IN reading.ceilings | k.id] AS ceilings,
       reading.holders AS holders, reading.detectors AS detectors, reading.least AS least, reading.best AS best
