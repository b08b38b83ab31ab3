@readings
WITH reading, CASE WHEN reading.best = 0 AND size(reading.detectors) > 0 THEN 'certain'
                   WHEN reading.least = 0 AND size(reading.may_detect) > 0 THEN 'possible' END AS certainty
// Where to see is to hold, nobody sees without stopping.
WHERE certainty IS NOT NULL AND NOT 'detect' IN reading.holds
WITH reading, certainty,
     CASE WHEN size(reading.detectors) > 0 THEN reading.detectors ELSE reading.may_detect END AS actors
RETURN reading.id AS subject, reading.id AS step, certainty, size(actors) AS count, size(reading.actors) AS of,
       reading.counting + [c IN reading.recorded WHERE c.power = 'detect' AND c.actor IN actors | c.id] AS facts, actors
