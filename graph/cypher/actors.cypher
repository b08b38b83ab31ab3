@readings
// Actor by actor: the steps that it covers in some world, whether surely, and the covers recorded there.
UNWIND reading.may_cover AS name
WITH steps, name, reading.id AS id, name IN reading.sure_to_cover AS is_sure,
     [c IN reading.covers WHERE c.actor = name | {step: reading.id, id: c.id}] AS covers ORDER BY id
WITH steps AS of, name, collect(id) AS steps, collect(CASE WHEN is_sure THEN id END) AS surely,
     reduce(all = [], listed IN collect(covers) | all + listed) AS covers
WITH collect({name: name, of: of, steps: steps, surely: surely, covers: covers}) AS actors
@looking
