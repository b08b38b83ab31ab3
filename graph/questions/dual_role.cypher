@readings
WITH here, collect(reading) AS readings
CALL (readings) {
  UNWIND readings AS reading
  UNWIND reading.may_cover AS name
  WITH name, reading.id AS id ORDER BY id
  RETURN name, collect(id) AS steps
}
MATCH (actor:Actor {model: here.version, id: name})
CALL (here, readings, actor) {
  MATCH (actor)-[help:FACILITATES|STANDS_IN]->(place)
  WHERE help.country = $asked.country AND @begun(help) AND @any_basis(help)
    AND (place:Shell OR place:Barrier AND place.script = $asked.script OR any(r IN readings WHERE r.id = place.id))
  WITH help, @valid(help) AND @any_stated(help) AND @fixed(help) AS is_firm ORDER BY help.id
  RETURN collect(DISTINCT help.id) AS helps, collect(is_firm) AS firmly
}
WITH readings, actor, steps, helps, firmly WHERE size(helps) > 0
RETURN actor.id AS subject, null AS step,
       CASE WHEN any(is_firm IN firmly WHERE is_firm) AND any(r IN readings WHERE actor.id IN r.sure_to_cover)
            THEN 'certain' ELSE 'possible' END AS certainty,
       size(steps) AS count, size(readings) AS of,
       helps + COLLECT { UNWIND readings AS r UNWIND r.covers AS c WITH r, c
                         WHERE r.id IN steps AND c.actor = actor.id WITH c.id AS id ORDER BY id RETURN id } AS facts,
       [actor.id] + steps AS about, [actor.id] AS actors
