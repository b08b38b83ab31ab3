@readings
WITH here, steps, reading.place AS place, reading.step AS step
MATCH (signal:Signal)-[:SHOWS_AT]->(step) WHERE @selected(signal)
WITH steps AS of, signal, step.id AS id, place,
     CASE WHEN NOT (@firm(signal) AND @valid(signal)) THEN 'possible'
          WHEN signal.follow_up IN ['absent', 'partial'] THEN 'certain'
          WHEN signal.follow_up = 'working' THEN null ELSE 'possible' END AS certainty
WHERE certainty IS NOT NULL
WITH of, signal, id, certainty ORDER BY place
WITH of, signal, certainty, collect(id) AS shown
RETURN signal.id AS subject, null AS step, certainty, size(shown) AS count, of, [signal.id] AS facts,
       [signal.id] + shown + signal.noticed_by AS about, signal.noticed_by AS actors
