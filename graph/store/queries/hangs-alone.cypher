// questions: single-stakeholder
MATCH (step:Step {model: 'NL', script: 'five-barriers'})<-[cover:COVERS]-(who:Actor)
WHERE cover.power IN ['hinder', 'sanction'] AND cover.basis = 'stated' AND cover.weight >= 0.5
WITH step, collect(DISTINCT who.caption) AS alone WHERE size(alone) = 1
RETURN step.barrier AS barrier, step.name AS step, alone[0] AS who ORDER BY barrier, step
