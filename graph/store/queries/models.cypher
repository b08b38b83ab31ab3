MATCH (m:BarriersModel)-[:NOW]->(v:BarriersVersion)
RETURN m.name AS model, v.facts AS facts, v.nodes AS nodes, v.relations AS relations ORDER BY model
