@readings
WITH here, reading WHERE reading.least = 0
WITH here, reading, reading.step AS place
MATCH (actor:Actor)-[help:FACILITATES]->(place)
WHERE help.country = $asked.country AND @begun(help) AND @any_basis(help)
WITH here, reading, actor, help ORDER BY help.id
WITH here, reading, actor, collect(help.id) AS helps,
     collect(coalesce(help.step_basis = 'stated', false) AND @valid(help) AND @fixed(help)) AS firmly
RETURN actor.id + '@' + reading.id AS subject, reading.id AS step,
       CASE WHEN reading.best = 0 AND any(is_firm IN firmly WHERE is_firm) THEN 'certain' ELSE 'possible' END AS certainty,
       0 AS count, size(reading.actors) AS of,
       helps + COLLECT { UNWIND reading.counting AS id WITH id ORDER BY id RETURN id } AS facts,
       [actor.id, reading.id] AS about, [actor.id] AS actors
