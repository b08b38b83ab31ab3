@readings
WITH home, here, collect(reading) AS readings
WITH here, readings, [n IN [home.task_force] WHERE n IS NOT NULL]
     + [n IN home.national_networks WHERE n <> coalesce(home.task_force, '')] AS networks
WHERE size(networks) > 0
@tables
// Who is part of a network itself sits there as well.
WITH here, readings, networks, tables,
     reduce(all = networks, t IN tables | all + [s IN t.seats WHERE s.firm AND s.valid | s.actor]) AS firm_seats,
     reduce(all = networks, t IN tables | all + [s IN t.seats | s.actor]) AS all_seats
CALL (readings) {
  UNWIND readings AS reading
  UNWIND reading.may_cover AS name
  WITH name, reading.id AS id ORDER BY id
  RETURN name, collect(id) AS steps
}
MATCH (actor:Actor {model: here.version, id: name})
WHERE NOT any(whole IN @wholes_stated(actor) WHERE whole IN firm_seats)
WITH readings, networks, tables, actor, steps,
     all(t IN tables WHERE t.is_closed) AND any(r IN readings WHERE actor.id IN r.sure_to_cover)
     AND NOT any(whole IN @wholes(actor) WHERE whole IN all_seats) AS outside,
     COLLECT { UNWIND readings AS r UNWIND r.covers AS c WITH r, c
               WHERE r.id IN steps AND c.actor = actor.id WITH c.id AS id ORDER BY id RETURN id } AS covers
RETURN actor.id AS subject, null AS step, CASE WHEN outside THEN 'certain' ELSE 'possible' END AS certainty,
       size(steps) AS count, size(readings) AS of,
       covers + CASE WHEN outside THEN reduce(all = [], t IN tables | all + [l IN t.lists | l.id]) ELSE [] END AS facts,
       [actor.id] + steps + networks AS about, [actor.id] AS actors
