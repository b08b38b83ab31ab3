// questions: open-route
MATCH (route:Route {model: 'NL', script: 'five-barriers'})-[passes:PASSES]->(step:Step)
MATCH (:Audit {model: 'NL', script: 'five-barriers', filters: ''})-[:SHOWS]->(is)-[:OF]->(step)
WITH route, is ORDER BY passes.order
RETURN route.name AS route, collect(is.status) AS statuses ORDER BY route
