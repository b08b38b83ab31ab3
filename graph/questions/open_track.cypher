@readings
WITH script, collect(reading) AS readings
MATCH (script)-[:HAS]->(track:Track) WHERE $asked.form IS NULL OR $asked.form IN track.forms
// A track may come back to a step; the step counts once, where it is passed first.
WITH track, readings, COLLECT { UNWIND range(0, size(track.steps) - 1) AS i WITH track.steps[i] AS id, min(i) AS place
                                ORDER BY place RETURN id } AS passed
WITH track, reduce(all = [], id IN passed | all + [r IN readings WHERE r.id = id]) AS passed
WHERE size(passed) > 0
WITH track, passed, (size(passed) + 1) / 2 AS wanted,
     size([r IN passed WHERE r.best > 0]) AS can_be, size([r IN passed WHERE r.least > 0]) AS surely
WITH track, passed, CASE WHEN can_be < wanted THEN 'certain' WHEN surely < wanted THEN 'possible' END AS certainty,
     CASE WHEN can_be < wanted THEN can_be ELSE surely END AS count
WHERE certainty IS NOT NULL
RETURN track.id AS subject, null AS step, certainty, count, size(passed) AS of,
       COLLECT {
         UNWIND passed AS r
         UNWIND CASE certainty WHEN 'possible' THEN [c IN r.recorded | c.id] + r.counting
                               ELSE CASE WHEN r.best = 0 THEN r.counting ELSE [] END END AS id
         WITH DISTINCT id ORDER BY id RETURN id
       } AS facts,
       [track.id] + [r IN passed | r.id] AS about, [] AS actors
