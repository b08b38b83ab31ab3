@readings
WITH script, home, here, collect(reading) AS readings, [home.task_force] AS networks
WHERE home.task_force IS NOT NULL
@tables
WITH script, here, readings, networks[0] AS task_force, tables[0] AS seated
WITH script, here, readings, task_force, seated,
     [task_force] + [s IN seated.seats WHERE s.firm AND s.valid | s.actor] AS firm_seats,
     [task_force] + [s IN seated.seats | s.actor] AS all_seats
MATCH (script)-[:HAS]->(barrier:Barrier)
WITH here, readings, task_force, seated, firm_seats, all_seats, barrier,
     COLLECT { UNWIND readings AS r UNWIND r.holders AS name WITH r, name WHERE r.barrier = barrier.id
               RETURN DISTINCT name } AS surely,
     COLLECT { UNWIND readings AS r UNWIND r.may_hold AS name WITH r, name WHERE r.barrier = barrier.id
               WITH DISTINCT name ORDER BY name RETURN name } AS perhaps
WITH *, COLLECT { UNWIND perhaps AS name MATCH (actor:Actor {model: here.version, id: name}) WITH actor, name
                  WHERE any(whole IN @wholes_stated(actor) WHERE whole IN firm_seats) RETURN name } AS inside
WITH *, [name IN perhaps WHERE NOT name IN inside] AS outside
WHERE size(outside) > 0 AND NOT any(name IN surely WHERE name IN inside)
WITH *, seated.is_closed AND size(surely) > 0 AND NOT EXISTS {
  UNWIND perhaps AS name MATCH (actor:Actor {model: here.version, id: name}) WITH actor
  WHERE any(whole IN @wholes(actor) WHERE whole IN all_seats) RETURN 1
} AS sure
RETURN barrier.id AS subject, null AS step, CASE WHEN sure THEN 'certain' ELSE 'possible' END AS certainty,
       0 AS count, size(outside) AS of,
       COLLECT { UNWIND range(0, size(readings) - 1) AS i UNWIND readings[i].recorded AS c WITH i, c
                 WHERE readings[i].barrier = barrier.id AND c.actor IN outside AND c.power IN readings[i].holds
                 WITH i, c.id AS id ORDER BY i, id RETURN id }
       + CASE WHEN sure THEN [l IN seated.lists | l.id] ELSE [] END AS facts,
       [barrier.id] + outside + [task_force] AS about, outside AS actors
