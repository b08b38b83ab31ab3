@readings
WITH collect(DISTINCT reading.barrier) AS used
@looking
MATCH (script)-[:HAS]->(barrier:Barrier) WHERE barrier.id IN used
CALL (here, barrier) {
  MATCH (actor:Actor)-[lead:LEADS]->(barrier) WHERE @selected(lead)
  WITH actor, lead, @firm(lead) AND @valid(lead) AS settles ORDER BY lead.id
  RETURN collect(DISTINCT {id: lead.id, actor: actor.id, settles: settles}) AS leads
}
WITH here, barrier, leads WHERE NOT any(l IN leads WHERE l.settles)
WITH barrier, leads, COLLECT { UNWIND leads AS l WITH DISTINCT l.actor AS name ORDER BY name RETURN name } AS perhaps,
     COLLECT { MATCH (actor:Actor)-[task:HAS_TASK_AT]->(barrier) WHERE @selected(task)
               WITH DISTINCT actor.id AS name ORDER BY name RETURN name } AS tasked
RETURN barrier.id AS subject, null AS step, 'possible' AS certainty, 0 AS count, size(perhaps) AS of,
       [l IN leads | l.id] AS facts, [barrier.id] + perhaps AS about,
       CASE WHEN size(perhaps) > 0 THEN perhaps ELSE tasked END AS actors
