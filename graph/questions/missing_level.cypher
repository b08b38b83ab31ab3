@readings
UNWIND reading.step.levels AS level
WITH here, reading, level WHERE reading.best = 0 OR NOT EXISTS {
  UNWIND reading.holders AS name MATCH (holder:Actor {model: here.version, id: name})
  WHERE level IN holder.levels RETURN 1
}
RETURN reading.id + '+' + level AS subject, reading.id AS step,
       CASE WHEN reading.best = 0 THEN 'certain' ELSE 'possible' END AS certainty,
       0 AS count, size(reading.actors) AS of,
       CASE WHEN reading.best = 0 THEN reading.counting ELSE [c IN reading.recorded | c.id] END AS facts, [] AS actors
