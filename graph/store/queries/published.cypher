MATCH (audit:Audit)
RETURN audit.model AS model, audit.script AS script, audit.as_of AS as_of, audit.filters AS filters,
       audit.findings AS findings, audit.steps AS steps
ORDER BY model, script, as_of, filters
