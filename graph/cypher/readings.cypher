@looking
// The steps that are looked at. An atom is one group in one form, the smallest part that a statement speaks of.
MATCH (script)-[:HAS]->(barrier:Barrier)-[:HAS]->(step:Step)
WHERE @looked_at(step)
WITH script, home, here, barrier, step,
     [g IN @leaves(step.groups) WHERE $asked.group IS NULL OR g IN @leaves([$asked.group])] AS groups,
     [f IN step.forms WHERE $asked.form IS NULL OR f = $asked.form] AS forms
WITH script, home, here, barrier, step,
     reduce(all = [], g IN groups | all + [f IN forms | {group: g, form: f}]) AS atoms
WITH script, home, here, collect({barrier: barrier, step: step, atoms: atoms}) AS looked_at
UNWIND looked_at AS one
WITH script, home, here, size(looked_at) AS steps, one.barrier AS barrier, one.step AS step, one.atoms AS atoms
// Every cover recorded at the step; those that concern any of its atoms count.
CALL (here, step, atoms) {
  MATCH (actor:Actor)-[cover:COVERS]->(step)
  WHERE cover.country = $asked.country AND @begun(cover) AND ($asked.basis IS NULL OR ($asked.basis = 'stated') = @both_stated(cover))
  WITH actor, cover, @leaves(cover.groups) AS groups ORDER BY actor.id, cover.id
  RETURN collect(cover {.id, .power, .state, .forms, actor: actor.id, groups: groups,
    begins: @begins(cover), ends: coalesce(cover.until, date('9999-12-31')),
    stated: @both_stated(cover), valid: @valid(cover), firm: @both_stated(cover) AND @fixed(cover),
    degree: CASE cover.state WHEN 'working' THEN 2 WHEN 'partial' THEN 1 WHEN 'absent' THEN 0 END,
    at: [i IN range(0, size(atoms) - 1) WHERE (size(groups) = 0 OR atoms[i].group IN groups)
         AND (size(cover.forms) = 0 OR atoms[i].form IN cover.forms)]}) AS covers
}
// What sources say of the step as a whole.
CALL (here, step, atoms) {
  MATCH (ceiling:Ceiling)-[:BOUNDS]->(step) WHERE @selected(ceiling)
  WITH ceiling, @leaves(ceiling.groups) AS groups ORDER BY ceiling.id
  WITH ceiling {.id, .bound, .says, .forms, groups: groups,
    begins: @begins(ceiling), ends: coalesce(ceiling.until, date('9999-12-31')),
    stated: ceiling.basis = 'stated', valid: @valid(ceiling), firm: @firm(ceiling),
    at: [i IN range(0, size(atoms) - 1) WHERE (size(groups) = 0 OR atoms[i].group IN groups)
         AND (size(ceiling.forms) = 0 OR atoms[i].form IN ceiling.forms)]} AS told
  RETURN [c IN collect(told) WHERE size(c.at) > 0] AS ceilings
}
WITH script, home, here, steps, barrier, step, atoms, covers, [c IN covers WHERE size(c.at) > 0] AS recorded, ceilings
// The cells that firm, valid statements settle: the narrower wins; equal ones settle what they agree on.
CALL (recorded) {
  UNWIND [c IN recorded WHERE c.firm AND c.valid AND c.degree IS NOT NULL] AS cover
  UNWIND cover.at AS atom
  WITH cover.actor AS actor, cover.power AS power, atom, collect(cover) AS said
  WITH actor, power, atom, [c IN said WHERE NOT any(o IN said WHERE @narrower(o, c)) | c.degree] AS degrees
  WHERE NOT (0 IN degrees AND any(d IN degrees WHERE d > 0))
  WITH actor, power, atom, degrees ORDER BY actor, power, atom
  RETURN collect({actor: actor, power: power, atom: atom,
                  degree: reduce(least = 2, d IN degrees | CASE WHEN d < least THEN d ELSE least END)}) AS fixed
}
// The ceilings that count at each atom: firm, valid, not disputed by a cover as narrow, and the narrowest of these.
CALL (step, atoms, recorded, ceilings) {
  UNWIND range(0, size(atoms) - 1) AS atom
  WITH atom, [k IN ceilings WHERE k.firm AND k.valid AND atom IN k.at AND NOT (k.bound = 'absent' AND any(
    c IN recorded WHERE c.power IN step.holds AND c.state IN ['working', 'partial'] AND c.firm AND c.valid
    AND atom IN c.at AND @within(c, k)))] AS left
  WITH atom, [k IN left WHERE NOT any(o IN left WHERE @narrower(o, k))] AS counting ORDER BY atom
  RETURN collect(counting) AS bounds
}
WITH script, home, here, steps, barrier, step, atoms, covers, recorded, ceilings, fixed, bounds,
     [counting IN bounds | CASE WHEN any(k IN counting WHERE k.bound = 'partial') THEN 1
                                WHEN size(counting) > 0 THEN 0 ELSE 2 END] AS most,
     [counting IN bounds | size(counting) > 0 AND all(k IN counting WHERE k.bound = 'partial')] AS somebody,
     [f IN fixed WHERE f.degree = 0 | f.actor + ' ' + f.power + ' ' + f.atom] AS denied
// Who holds it in every world, at the best of its atoms.
CALL (step, fixed, most) {
  UNWIND [f IN fixed WHERE f.power IN step.holds AND f.degree > 0 AND most[f.atom] > 0] AS sure
  WITH sure.actor AS actor, max(CASE WHEN sure.degree < most[sure.atom] THEN sure.degree ELSE most[sure.atom] END)
       AS degree ORDER BY actor
  RETURN collect(actor) AS holders, coalesce(max(degree), 0) AS surest
}
// Covers that can be there at least in part, because somebody recorded them and nothing rules them out.
WITH script, home, here, steps, barrier, step, atoms, covers, recorded, ceilings, fixed, bounds, most, somebody, denied,
     holders, surest,
     [c IN recorded WHERE c.state <> 'absent' AND any(i IN c.at WHERE
       NOT c.actor + ' ' + c.power + ' ' + i IN denied AND NOT (c.power IN step.holds AND most[i] = 0))] AS possible
// Covers and cells stand in the order of their actors, and so do the lists of actors.
WITH script, home, here, steps, {
  step: step, id: step.id, barrier: barrier.id, place: [barrier.order, step.id], atoms: atoms, holds: step.holds,
  covers: covers, recorded: recorded, ceilings: ceilings, fixed: fixed, bounds: bounds, most: most,
  somebody: somebody, holders: holders, possible: possible,
  counting: @distinct(reduce(ids = [], b IN bounds | ids + [k IN b | k.id])),
  actors: @distinct([c IN recorded | c.actor]),
  least: CASE WHEN surest = 0 AND any(s IN somebody WHERE s) THEN 1 ELSE surest END,
  best: reduce(best = 0, m IN most | CASE WHEN m > best THEN m ELSE best END),
  fewest: size(holders) + CASE WHEN any(i IN range(0, size(atoms) - 1) WHERE somebody[i] AND NOT any(
    name IN holders WHERE any(p IN step.holds WHERE NOT name + ' ' + p + ' ' + i IN denied))) THEN 1 ELSE 0 END,
  detectors: @distinct([f IN fixed WHERE f.power = 'detect' AND f.degree > 0 | f.actor]),
  sure_to_detect: [f IN fixed WHERE f.power = 'detect' AND f.degree > 0
                   AND NOT ('detect' IN step.holds AND most[f.atom] = 0) | f.actor],
  sure_to_cover: holders + [f IN fixed WHERE NOT f.power IN step.holds AND f.degree > 0 | f.actor],
  may_hold: @distinct([c IN possible WHERE c.power IN step.holds | c.actor]),
  may_detect: @distinct([c IN possible WHERE c.power = 'detect' | c.actor]),
  may_cover: @distinct([c IN possible | c.actor])
} AS reading
