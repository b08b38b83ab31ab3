@actors
UNWIND actors AS one
MATCH (actor:Actor {model: here.version, id: one.name})
CALL (here, actor) {
  MATCH (actor)-[help:FACILITATES|STANDS_IN]->(place)
  WHERE help.country = $asked.country AND @begun(help) AND @any_basis(help)
    AND (place:Shell OR (place:Barrier OR place:Step AND @looked_at(place)) AND place.script = $asked.script)
  WITH help, @valid(help) AND @any_stated(help) AND @fixed(help) AS is_firm ORDER BY help.id
  RETURN collect(DISTINCT help.id) AS helps, collect(is_firm) AS firmly
}
WITH one, helps, firmly WHERE size(helps) > 0
RETURN one.name AS subject, null AS step,
       CASE WHEN any(is_firm IN firmly WHERE is_firm) AND size(one.surely) > 0 THEN 'certain' ELSE 'possible' END
       AS certainty,
       size(one.steps) AS count, one.of AS of, helps + @in_order(one.covers) AS facts,
       [one.name] + one.steps AS about, [one.name] AS actors
