@actors
WITH *, [n IN [home.task_force] WHERE n IS NOT NULL]
     + [n IN home.national_networks WHERE n <> coalesce(home.task_force, '')] AS networks
WHERE size(networks) > 0
@tables
// Who is part of a network itself sits there as well.
WITH actors, here, networks, tables,
     reduce(all = networks, t IN tables | all + [s IN t.seats WHERE s.firm AND s.valid | s.actor]) AS firm_seats,
     reduce(all = networks, t IN tables | all + [s IN t.seats | s.actor]) AS all_seats
UNWIND actors AS one
MATCH (actor:Actor {model: here.version, id: one.name})
WHERE NOT any(whole IN @wholes_stated(actor) WHERE whole IN firm_seats)
WITH one, networks, tables, all(t IN tables WHERE t.is_closed) AND size(one.surely) > 0
     AND NOT any(whole IN @wholes(actor) WHERE whole IN all_seats) AS outside
RETURN one.name AS subject, null AS step, CASE WHEN outside THEN 'certain' ELSE 'possible' END AS certainty,
       size(one.steps) AS count, one.of AS of, @in_order(one.covers)
       + CASE WHEN outside THEN reduce(all = [], t IN tables | all + [l IN t.lists | l.id]) ELSE [] END AS facts,
       [one.name] + one.steps + networks AS about, [one.name] AS actors
