@readings
WITH reading WHERE reading.least = 0
RETURN reading.id AS subject, reading.id AS step,
       CASE WHEN reading.best = 0 THEN 'certain' ELSE 'possible' END AS certainty,
       0 AS count, size(reading.actors) AS of,
       CASE WHEN reading.best = 0 THEN reading.counting ELSE [c IN reading.recorded | c.id] END AS facts,
       CASE WHEN reading.best = 0 THEN [] ELSE reading.may_hold END AS actors
