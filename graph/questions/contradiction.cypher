@readings
CALL (reading) {
  // On one actor: what it does at the step is said differently, and neither is an exception to the other.
  WITH [c IN reading.recorded WHERE c.stated AND c.valid AND c.degree IS NOT NULL] AS covers
  UNWIND covers AS one
  UNWIND [c IN covers WHERE c.actor = one.actor AND c.power = one.power AND c.state <> one.state] AS other
  WITH one, other WHERE any(atom IN one.at WHERE atom IN other.at)
    AND NOT @narrower(one, other) AND NOT @narrower(other, one)
  WITH DISTINCT one.actor AS actor, one.id AS id ORDER BY id
  RETURN actor, collect(id) AS facts
  UNION ALL
  // On the step: nobody holds it, says one; somebody does, or in part, says another, at least as narrowly.
  UNWIND [k IN reading.ceilings WHERE k.stated AND k.valid AND k.bound = 'absent'] AS ceiling
  UNWIND [c IN reading.recorded WHERE c.stated AND c.valid AND c.power IN reading.holds AND c.degree > 0]
         + [k IN reading.ceilings WHERE k.stated AND k.valid AND k.bound = 'partial'] AS denier
  WITH ceiling, denier WHERE @within(denier, ceiling)
  UNWIND [ceiling.id, denier.id] AS id
  WITH DISTINCT id ORDER BY id
  WITH collect(id) AS facts WHERE size(facts) > 0
  RETURN null AS actor, facts
}
RETURN coalesce(actor + '@', '') + reading.id AS subject, reading.id AS step, 'certain' AS certainty,
       size(facts) AS count, size(reading.recorded) + size(reading.ceilings) AS of, facts,
       [reading.id] + [name IN [actor] WHERE name IS NOT NULL] AS about,
       [name IN [actor] WHERE name IS NOT NULL] AS actors
UNION ALL
// Outside the steps: statements on one topic that do not all give the same answer.
@looking
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
RETURN topic AS subject, null AS step, 'certain' AS certainty, size(there) AS count, size(there) AS of,
       [one IN there | one.id] AS facts, [topic] + names AS about,
       COLLECT { UNWIND names AS name MATCH (actor:Actor {model: here.version, id: name})
                 WHERE actor.country = $asked.country RETURN name } AS actors
