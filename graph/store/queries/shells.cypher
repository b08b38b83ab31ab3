// questions: facilitator-without-barrier
MATCH (barrier:Barrier {model: 'NL', id: 'employment'})<-[:SURROUNDS]-(shell:Shell)
OPTIONAL MATCH (who:Actor)-[stands:STANDS_IN]->(shell)
WHERE EXISTS { (who)-[:FACILITATES]->(barrier) }
   OR EXISTS { (who)-[:FACILITATES]->(:Step)<-[:HAS]-(barrier) }
RETURN shell.number AS shell, who.name AS facilitator, stands.awareness AS awareness
ORDER BY shell, facilitator
