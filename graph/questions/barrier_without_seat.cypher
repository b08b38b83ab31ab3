@readings
WITH collect({barrier: reading.barrier, place: reading.place, holders: reading.holders, may_hold: reading.may_hold,
              covers: [c IN reading.recorded WHERE c.power IN reading.holds | {id: c.id, actor: c.actor}]}) AS told
@looking
WITH *, [home.task_force] AS networks WHERE home.task_force IS NOT NULL
@tables
WITH here, told, networks[0] AS task_force, tables[0] AS seated
WITH here, told, task_force, seated,
     [task_force] + [s IN seated.seats WHERE s.firm AND s.valid | s.actor] AS firm_seats,
     [task_force] + [s IN seated.seats | s.actor] AS all_seats
// Barrier by barrier: who may hold it, who of them does so surely, who sits at the table, and the covers of who does not.
CALL (here, told, firm_seats, all_seats) {
  UNWIND told AS one
  UNWIND one.covers AS c
  WITH one.barrier AS barrier, c.actor AS name, collect({place: one.place, id: c.id}) AS covers,
       max(CASE WHEN c.actor IN one.may_hold THEN 1 ELSE 0 END) AS may,
       max(CASE WHEN c.actor IN one.holders THEN 1 ELSE 0 END) AS does
  WHERE may = 1
  MATCH (actor:Actor {model: here.version, id: name})
  WITH barrier, name, covers, does, any(whole IN @wholes_stated(actor) WHERE whole IN firm_seats) AS inside,
       any(whole IN @wholes(actor) WHERE whole IN all_seats) AS perhaps_inside ORDER BY name
  RETURN barrier, collect(CASE WHEN NOT inside THEN name END) AS outside,
         collect(CASE WHEN NOT inside THEN covers END) AS by_name, max(does) = 1 AS is_held,
         max(CASE WHEN inside THEN does ELSE 0 END) = 1 AS is_held_inside,
         max(CASE WHEN perhaps_inside THEN 1 ELSE 0 END) = 1 AS is_perhaps_seated
}
WITH *, seated.is_closed AND is_held AND NOT is_perhaps_seated AS sure WHERE size(outside) > 0 AND NOT is_held_inside
RETURN barrier AS subject, null AS step, CASE WHEN sure THEN 'certain' ELSE 'possible' END AS certainty,
       0 AS count, size(outside) AS of,
       COLLECT { UNWIND by_name AS covers UNWIND covers AS c
                 WITH c.place AS place, c.id AS id ORDER BY place, id RETURN id }
       + CASE WHEN sure THEN [l IN seated.lists | l.id] ELSE [] END AS facts,
       [barrier] + outside + [task_force] AS about, outside AS actors
