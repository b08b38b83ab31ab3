@readings
WITH reading,
     size(reading.may_hold) > 0 OR any(b IN reading.bounds WHERE any(k IN b WHERE k.bound = 'partial')) AS is_recorded,
     CASE WHEN size(reading.holders) > 0 THEN reading.holders ELSE reading.may_hold END AS actors
WITH reading, actors, CASE WHEN reading.least = 1 AND reading.best = 1 THEN 'certain'
                           WHEN reading.least <= 1 AND reading.best >= 1 AND is_recorded THEN 'possible' END AS certainty
WHERE certainty IS NOT NULL
RETURN reading.id AS subject, reading.id AS step, certainty, size(reading.holders) AS count, size(reading.actors) AS of,
       reading.counting + [c IN reading.recorded WHERE c.actor IN actors AND c.power IN reading.holds | c.id] AS facts,
       actors
