// questions: uncovered-step, single-stakeholder, detected-only
MATCH (who:Actor)-[cover:COVERS]->(:Step {model: 'NL', id: 'entry.unaccompanied-minor-by-air'})
RETURN who.caption AS who, cover.power AS power, cover.state AS state,
       cover.basis AS basis, COLLECT {
  MATCH (:Coverage {model: 'NL', id: cover.fact})-[:CITES]->(source)
  RETURN DISTINCT source.id ORDER BY source.id
} AS sources ORDER BY who, power, basis
