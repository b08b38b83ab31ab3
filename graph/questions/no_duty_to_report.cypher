@readings
WITH here, collect(reading) AS readings
CALL (readings) {
  UNWIND readings AS reading
  UNWIND reading.may_detect AS name
  WITH name, reading.id AS id ORDER BY id
  RETURN name, collect(id) AS steps
}
MATCH (actor:Actor {model: here.version, id: name})
// Who is reported to has nobody to report to.
WHERE NOT EXISTS { MATCH ()-[duty:REPORTS_TO]->(actor) WHERE @selected(duty) }
CALL (here, actor) {
  MATCH (actor)-[duty:REPORTS_TO]->(registrar:Actor) WHERE @selected(duty)
  WITH duty, registrar, @firm(duty) AND @valid(duty) AS settles ORDER BY duty.id
  RETURN collect({id: duty.id, to: registrar.id, settles: settles,
                  free: duty.duty IN ['voluntary', 'not-obliged']}) AS duties
}
WITH readings, actor, steps, duties,
     any(d IN duties WHERE d.free AND d.settles) AS said, any(d IN duties WHERE NOT d.free AND d.settles) AS denied
WHERE said OR NOT denied
RETURN actor.id AS subject, null AS step,
       CASE WHEN said AND NOT denied AND any(r IN readings WHERE actor.id IN r.sure_to_detect)
            THEN 'certain' ELSE 'possible' END AS certainty,
       size(steps) AS count, size(readings) AS of,
       [d IN duties | d.id] + COLLECT {
         UNWIND readings AS r UNWIND r.covers AS c WITH r, c
         WHERE r.id IN steps AND c.actor = actor.id AND c.power = 'detect' WITH c.id AS id ORDER BY id RETURN id
       } AS facts,
       [actor.id] + steps + COLLECT { UNWIND duties AS d WITH d WHERE d.to <> actor.id
                                      WITH DISTINCT d.to AS name ORDER BY name RETURN name } AS about,
       [actor.id] AS actors
