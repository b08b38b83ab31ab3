// questions: insufficient-cover
MATCH (ceiling:Ceiling)-[:BOUNDS]->(step:Step {model: 'NL', barrier: 'identity'})
RETURN step.name AS step, ceiling.bound AS bound, ceiling.says AS says, COLLECT {
  MATCH (ceiling)-[:CITES]->(source) RETURN DISTINCT source.id ORDER BY source.id
} AS sources ORDER BY step, says
