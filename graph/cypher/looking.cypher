// Where to look: the version that holds now, the script, the country, the day.
MATCH (stored:Model {name: $asked.model})
MATCH (script:Script {model: stored.version, id: $asked.script})
MATCH (home:Country {model: stored.version, id: $asked.country})
// What is known of the sources: when each speaks, which can fix a fact, which a machine wrote.
CALL (stored, home) {
  MATCH (source:Source {model: stored.version}) WHERE source.id IS NOT NULL
  RETURN collect(CASE WHEN source.date IS NOT NULL THEN source.id END) AS dated,
         collect(CASE WHEN source.date <= coalesce($asked.as_of, home.as_of) THEN source.id END) AS early,
         collect(CASE WHEN source.voice IN ['law', 'official', 'report'] AND source.kind <> 'machine'
                      THEN source.id END) AS fixing,
         collect(CASE WHEN source.kind = 'machine' THEN source.id END) AS machines
}
// Words for several groups, each with the groups that it stands for.
CALL (script) {
  MATCH (script)-[:KNOWS]->(word:Group)
  RETURN collect({word: word.word, leaves: COLLECT {
    MATCH (word)-[:INCLUDES*0..]->(leaf:Group) WHERE NOT EXISTS { (leaf)-[:INCLUDES]->() } RETURN DISTINCT leaf.word
  }}) AS words
}
WITH *, {version: stored.version, day: coalesce($asked.as_of, home.as_of),
                    dated: dated, early: early, fixing: fixing, machines: machines, words: words} AS here
