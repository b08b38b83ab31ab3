@readings
UNWIND reading.may_detect AS name
WITH steps, name, reading.id AS id, name IN reading.sure_to_detect AS is_sure,
     [c IN reading.covers WHERE c.actor = name AND c.power = 'detect' | {id: c.id}] AS covers ORDER BY id
WITH steps AS of, name, collect(id) AS steps, collect(CASE WHEN is_sure THEN id END) AS surely,
     reduce(all = [], listed IN collect(covers) | all + listed) AS covers
WITH collect({name: name, of: of, steps: steps, surely: surely, covers: covers}) AS detecting
@looking
UNWIND detecting AS one
MATCH (actor:Actor {model: here.version, id: one.name})
// Who is reported to has nobody to report to.
WHERE NOT EXISTS { MATCH ()-[duty:REPORTS_TO]->(actor) WHERE @selected(duty) }
CALL (here, actor) {
  MATCH (actor)-[duty:REPORTS_TO]->(registrar:Actor) WHERE @selected(duty)
  WITH duty, registrar, @firm(duty) AND @valid(duty) AS settles ORDER BY duty.id
  RETURN collect({id: duty.id, to: registrar.id, settles: settles,
                  free: duty.duty IN ['voluntary', 'not-obliged']}) AS duties
}
WITH one, duties,
     any(d IN duties WHERE d.free AND d.settles) AS said, any(d IN duties WHERE NOT d.free AND d.settles) AS denied
WHERE said OR NOT denied
RETURN one.name AS subject, null AS step,
       CASE WHEN said AND NOT denied AND size(one.surely) > 0 THEN 'certain' ELSE 'possible' END AS certainty,
       size(one.steps) AS count, one.of AS of, [d IN duties | d.id] + @in_order(one.covers) AS facts,
       [one.name] + one.steps + COLLECT { UNWIND duties AS d WITH d WHERE d.to <> one.name
                                          WITH DISTINCT d.to AS name ORDER BY name RETURN name } AS about,
       [one.name] AS actors
