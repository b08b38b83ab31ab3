// questions: no-duty-to-report
MATCH (who:Actor {model: 'NL'})-[says:REPORTS_TO]->(to:Actor)
WITH who, says, to ORDER BY says.duty
RETURN who.caption AS who, collect(DISTINCT says.duty) AS duty, to.abbreviation AS to ORDER BY who
