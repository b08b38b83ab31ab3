// questions: open-route
MATCH way = (first:Step {model: 'NL', script: 'five-barriers'})-[:LEADS_TO]->+(last:Step)
WHERE NOT EXISTS { ()-[:LEADS_TO]->(first) } AND NOT EXISTS { (last)-[:LEADS_TO]->() }
  AND none(step IN nodes(way) WHERE EXISTS { (:Actor)-[:COVERS {basis: 'stated'}]->(step) })
WITH [step IN nodes(way) | step.name] AS steps
RETURN steps ORDER BY size(steps), steps LIMIT 3
