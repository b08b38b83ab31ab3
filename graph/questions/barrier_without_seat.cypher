@readings
WITH reading.barrier AS barrier, reading.place AS place, reading.holders AS holders, reading.may_hold AS may_hold,
     [c IN reading.recorded WHERE c.power IN reading.holds | {id: c.id, actor: c.actor}] AS covers ORDER BY place
WITH barrier, reduce(all = [], names IN collect(holders) | all + names) AS surely,
     @distinct(reduce(all = [], names IN collect(may_hold) | all + names)) AS perhaps, collect(covers) AS by_step
WITH collect({id: barrier, surely: surely, perhaps: perhaps, by_step: by_step}) AS barriers
@looking
WITH *, [home.task_force] AS networks WHERE home.task_force IS NOT NULL
@tables
WITH here, barriers, networks[0] AS task_force, tables[0] AS seated
WITH here, barriers, task_force, seated,
     [task_force] + [s IN seated.seats WHERE s.firm AND s.valid | s.actor] AS firm_seats,
     [task_force] + [s IN seated.seats | s.actor] AS all_seats
UNWIND barriers AS barrier
WITH *, COLLECT { UNWIND barrier.perhaps AS name MATCH (actor:Actor {model: here.version, id: name}) WITH actor, name
                  WHERE any(whole IN @wholes_stated(actor) WHERE whole IN firm_seats) RETURN name } AS inside
WITH *, COLLECT { UNWIND barrier.perhaps AS name WITH name WHERE NOT name IN inside ORDER BY name RETURN name } AS outside
WHERE size(outside) > 0 AND NOT any(name IN barrier.surely WHERE name IN inside)
WITH *, seated.is_closed AND size(barrier.surely) > 0 AND NOT EXISTS {
  UNWIND barrier.perhaps AS name MATCH (actor:Actor {model: here.version, id: name}) WITH actor
  WHERE any(whole IN @wholes(actor) WHERE whole IN all_seats) RETURN 1
} AS sure
RETURN barrier.id AS subject, null AS step, CASE WHEN sure THEN 'certain' ELSE 'possible' END AS certainty,
       0 AS count, size(outside) AS of,
       COLLECT { UNWIND range(0, size(barrier.by_step) - 1) AS i UNWIND barrier.by_step[i] AS c WITH i, c
                 WHERE c.actor IN outside WITH i, c.id AS id ORDER BY i, id RETURN id }
       + CASE WHEN sure THEN [l IN seated.lists | l.id] ELSE [] END AS facts,
       [barrier.id] + outside + [task_force] AS about, outside AS actors
