@readings
WITH here, collect(reading) AS readings
CALL (here, readings) {
  UNWIND range(0, size(readings) - 1) AS i
  WITH here, i, readings[i].step AS step
  MATCH (signal:Signal)-[:SHOWS_AT]->(step) WHERE @selected(signal)
  WITH signal, step.id AS id ORDER BY i
  RETURN signal, collect(id) AS shown
}
WITH readings, signal, shown, CASE WHEN NOT (@firm(signal) AND @valid(signal)) THEN 'possible'
                                   WHEN signal.follow_up IN ['absent', 'partial'] THEN 'certain'
                                   WHEN signal.follow_up = 'working' THEN null ELSE 'possible' END AS certainty
WHERE certainty IS NOT NULL
RETURN signal.id AS subject, null AS step, certainty, size(shown) AS count, size(readings) AS of, [signal.id] AS facts,
       [signal.id] + shown + signal.noticed_by AS about, signal.noticed_by AS actors
