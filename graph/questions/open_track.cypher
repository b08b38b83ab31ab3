@readings
WITH reading.step AS step, reading.id AS id, reading.least AS least, reading.best AS best,
     [c IN reading.recorded | c.id] AS recorded, reading.counting AS counting
MATCH (track:Track)-[pass:PASSES]->(step) WHERE $asked.form IS NULL OR $asked.form IN track.forms
// A track may come back to a step; the step counts once, where it is passed first.
WITH track, id, least, best, recorded, counting, min(pass.order) AS place ORDER BY place
WITH track, collect({id: id, least: least, best: best, recorded: recorded, counting: counting}) AS passed
WITH track, passed, (size(passed) + 1) / 2 AS wanted,
     size([r IN passed WHERE r.best > 0]) AS can_be, size([r IN passed WHERE r.least > 0]) AS surely
WITH track, passed, CASE WHEN can_be < wanted THEN 'certain' WHEN surely < wanted THEN 'possible' END AS certainty,
     CASE WHEN can_be < wanted THEN can_be ELSE surely END AS count
WHERE certainty IS NOT NULL
RETURN track.id AS subject, null AS step, certainty, count, size(passed) AS of,
       COLLECT {
         UNWIND passed AS r
         UNWIND CASE certainty WHEN 'possible' THEN r.recorded + r.counting
                               ELSE CASE WHEN r.best = 0 THEN r.counting ELSE [] END END AS id
         WITH DISTINCT id ORDER BY id RETURN id
       } AS facts,
       [track.id] + [r IN passed | r.id] AS about, [] AS actors
