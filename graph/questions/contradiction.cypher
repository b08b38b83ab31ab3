@readings
WITH here, collect(reading) AS readings
CALL (here, readings) {
  // On one actor: what it does at the step is said differently, and neither is an exception to the other.
  UNWIND range(0, size(readings) - 1) AS i
  WITH i, [c IN readings[i].recorded WHERE c.stated AND c.valid AND c.degree IS NOT NULL] AS covers
  UNWIND covers AS one
  UNWIND covers AS other
  WITH i, one, other WHERE one.actor = other.actor AND one.power = other.power AND one.state <> other.state
    AND any(atom IN one.at WHERE atom IN other.at) AND NOT @narrower(one, other) AND NOT @narrower(other, one)
  WITH DISTINCT i, one.actor AS actor, one.id AS id ORDER BY id
  WITH i, actor, collect(id) AS facts
  RETURN actor + '@' + readings[i].id AS subject, readings[i].id AS step, facts,
         size(readings[i].recorded) + size(readings[i].ceilings) AS of, [readings[i].id, actor] AS about,
         [actor] AS actors
  UNION ALL
  // On the step: nobody holds it, says one; somebody does, or in part, says another, at least as narrowly.
  UNWIND range(0, size(readings) - 1) AS i
  UNWIND [k IN readings[i].ceilings WHERE k.stated AND k.valid AND k.bound = 'absent'] AS ceiling
  UNWIND [c IN readings[i].recorded WHERE c.stated AND c.valid AND c.power IN readings[i].holds AND c.degree > 0]
         + [k IN readings[i].ceilings WHERE k.stated AND k.valid AND k.bound = 'partial'] AS denier
  WITH i, ceiling, denier WHERE @within(denier, ceiling)
  UNWIND [ceiling.id, denier.id] AS id
  WITH DISTINCT i, id ORDER BY id
  WITH i, collect(id) AS facts
  RETURN readings[i].id AS subject, readings[i].id AS step, facts,
         size(readings[i].recorded) + size(readings[i].ceilings) AS of, [readings[i].id] AS about, [] AS actors
  UNION ALL
  // Outside the steps: statements on one topic that do not all give the same answer.
  MATCH (statement:Statement {model: here.version})
  WHERE statement.id IS NOT NULL AND ($asked.country = statement.country OR $asked.country IN statement.concerns)
    AND statement.basis = 'stated' AND coalesce($asked.basis, 'stated') = 'stated'
    AND @begun(statement) AND @valid(statement)
    // It speaks of a part of this script, or of no part of any.
    AND (NOT EXISTS { (statement)-[:IS_ABOUT]->(part) WHERE part:Script OR part:Barrier OR part:Step }
         OR EXISTS { (statement)-[:IS_ABOUT]->(part) WHERE part:Script AND part.id = $asked.script
                     OR (part:Barrier OR part:Step) AND part.script = $asked.script })
  WITH here, statement ORDER BY statement.id
  WITH here, statement.topic_id AS topic, collect(statement) AS there
  WHERE any(one IN there WHERE one.answer <> there[0].answer)
  WITH here, topic, there, COLLECT { UNWIND there AS one UNWIND one.about AS name
                                     WITH DISTINCT name ORDER BY name RETURN name } AS names
  RETURN topic AS subject, null AS step, [one IN there | one.id] AS facts, size(there) AS of, [topic] + names AS about,
         COLLECT { UNWIND names AS name MATCH (actor:Actor {model: here.version, id: name})
                   WHERE actor.country = $asked.country RETURN name } AS actors
}
RETURN subject, step, 'certain' AS certainty, size(facts) AS count, of, facts, about, actors
