@readings
WITH reading WHERE reading.fewest < 2
RETURN reading.id AS subject, reading.id AS step,
       CASE WHEN reading.best = 0 THEN 'certain' ELSE 'possible' END AS certainty,
       size(reading.holders) AS count, size(reading.actors) AS of,
       [c IN reading.recorded WHERE c.actor IN reading.holders | c.id] AS facts, reading.holders AS actors
