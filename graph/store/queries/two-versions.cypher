MATCH (:BarriersModel {name: 'DK'})-[:NOW]->(now:BarriersVersion)
MATCH (old:BarriersVersion {name: 'DK', state: 'replaced'})
CALL (now, old) {
  MATCH (now)-[:HOLDS]->(n) WHERE n.derived IS NULL
    AND NOT EXISTS { (:BarriersNode {version: old.key, label: n.label, id: n.id}) }
  RETURN 'new' AS what, n
  UNION
  MATCH (old)-[:HOLDS]->(n) WHERE n.derived IS NULL
    AND NOT EXISTS { (:BarriersNode {version: now.key, label: n.label, id: n.id}) }
  RETURN 'gone' AS what, n
}
RETURN what, n.label AS kind, n.caption AS called ORDER BY what, kind, called
