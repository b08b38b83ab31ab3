MATCH (source:Source {model: 'NL'})<-[:CITES]-(fact:Fact)
WITH source, fact.label AS kind, count(DISTINCT fact) AS facts ORDER BY facts DESC, kind
WITH source, sum(facts) AS facts, collect(kind + ' ' + facts)[..3] AS most
RETURN source.id AS source, facts, most ORDER BY facts DESC, source LIMIT 8
