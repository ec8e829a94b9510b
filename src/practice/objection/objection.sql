-- objection_add: an objection came in
INSERT INTO objection_objection (register_id, objection, person, report, decision, received_on, posted_on, until_on, in_time,
	has_committee, by_whom, reasons, due_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- objection_one: an objection as it stands
SELECT * FROM objection_objection WHERE register_id = $1 AND objection = $2;

-- objection_of: the objections of a person, the newest first
SELECT * FROM objection_objection WHERE register_id = $1 AND person = $2 AND received_on <= $3
ORDER BY objection DESC;

-- objection_of_decision: an objection against this decision that has not ended
SELECT objection FROM objection_objection WHERE register_id = $1 AND person = $2 AND decision = $3 AND ended_on IS NULL;

-- objection_of_jurist: whether somebody has an objection that runs, or ended no longer ago than since a day
SELECT objection FROM objection_objection WHERE register_id = $1 AND person = $2 AND (ended_on IS NULL OR ended_on >= $3) LIMIT 1;

-- objection_plan: when and where the hearing is
UPDATE objection_objection SET hearing_on = $3, hearing_at = $4, hearing_where = $5 WHERE register_id = $1 AND objection = $2;

-- objection_hear: it was held, or settled that there is none
UPDATE objection_objection SET heard_on = $3, heard_how = $4, heard_words = $5 WHERE register_id = $1 AND objection = $2;

-- objection_adjourn: the decision on it comes later
UPDATE objection_objection SET adjourned_on = $3, due_on = $4 WHERE register_id = $1 AND objection = $2;

-- objection_set_due: its term was suspended, runs again or was counted again
UPDATE objection_objection SET due_on = $3 WHERE register_id = $1 AND objection = $2;

-- objection_end: it was decided on, or withdrawn
UPDATE objection_objection SET ended_on = $3, outcome = $4, result = $5, outcome_words = $6, decided_by = $7, answer = $8,
	appeal_until = $9
WHERE register_id = $1 AND objection = $2;

-- objection_page: those that are to be heard, to be decided or done on a day, the soonest due first
SELECT o.*, v.initials, v.prefix, v.surname FROM objection_objection o
LEFT JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person
WHERE o.register_id = $1 AND o.received_on <= $2 AND (o.due_on, o.objection) > ($4, $5)
	AND CASE WHEN o.ended_on <= $2 THEN 'done' WHEN o.heard_on <= $2 THEN 'decide' ELSE 'hear' END = $3
ORDER BY o.due_on, o.objection LIMIT 50;

-- objection_counts: how many of each there are on a day
SELECT CASE WHEN ended_on <= $2 THEN 'done' WHEN heard_on <= $2 THEN 'decide' ELSE 'hear' END AS state, COUNT(*) AS objections
FROM objection_objection WHERE register_id = $1 AND received_on <= $2
GROUP BY CASE WHEN ended_on <= $2 THEN 'done' WHEN heard_on <= $2 THEN 'decide' ELSE 'hear' END;

-- objection_taker: who entered a decision
SELECT account FROM journal_fact WHERE register_id = $1 AND person = $2 AND fact = $3;

-- objection_reopens: whether an objection against the decision was founded, so that it does not stay
SELECT 1 FROM objection_objection
WHERE register_id = $1 AND person = $2 AND decision = $3 AND result IN ('changed', 'revoked') LIMIT 1;
