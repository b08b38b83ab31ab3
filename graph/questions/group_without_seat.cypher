@looking
WITH *, [home.task_force] AS networks WHERE home.task_force IS NOT NULL
@tables
WITH script, here, networks[0] AS task_force, tables[0] AS seated
WITH script, here, task_force, [s IN seated.seats WHERE s.valid] AS seats, seated.lists AS lists,
     reduce(all = [], l IN seated.lists | all + @leaves(l.without)) AS without
// Words for several groups, and the groups that none of them includes.
MATCH (script)-[:KNOWS]->(word:Group)
WHERE CASE WHEN $asked.group IS NULL THEN NOT EXISTS { (:Group)-[:INCLUDES]->(word) } ELSE word.word = $asked.group END
WITH here, task_force, seats, lists, without, word, @leaves([word.word]) AS atoms
WHERE NOT EXISTS {
  UNWIND [s IN seats WHERE s.firm] AS seat
  MATCH (:Actor {model: here.version, id: seat.actor})-[:SERVES]->(serving:Serving) WITH serving
  WHERE @firm(serving) AND any(g IN @leaves([serving.group]) WHERE g IN atoms) RETURN 1
}
RETURN word.word AS subject, null AS step,
       CASE WHEN all(g IN atoms WHERE g IN without) THEN 'certain' ELSE 'possible' END AS certainty,
       0 AS count, size(seats) AS of, [l IN lists | l.id] + [s IN seats | s.id] AS facts,
       [task_force, word.word] AS about, [task_force] AS actors
