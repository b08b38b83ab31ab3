@readings
CALL (reading) { UNWIND reading.atoms AS atom RETURN DISTINCT atom.group AS group }
WITH reading, group, [i IN range(0, size(reading.atoms) - 1) WHERE reading.atoms[i].group = group] AS here
WITH reading, group, here,
     CASE WHEN all(i IN here WHERE reading.most[i] = 0) THEN 'certain'
          WHEN NOT any(i IN here WHERE reading.somebody[i] OR reading.most[i] > 0 AND any(f IN reading.fixed
            WHERE f.atom = i AND f.power IN reading.holds AND f.degree > 0)) THEN 'possible' END AS certainty
WHERE certainty IS NOT NULL
RETURN reading.id + '+' + group AS subject, reading.id AS step, certainty, 0 AS count, size(reading.actors) AS of,
       CASE certainty WHEN 'possible' THEN [c IN reading.recorded | c.id]
         ELSE reduce(all = [], i IN here | all + [k IN reading.bounds[i] | k.id]) END AS facts, [] AS actors
