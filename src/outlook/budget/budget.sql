-- budget_waiting: how many people waited for a decision or for a provider on a day
SELECT COUNT(DISTINCT person) FROM caseload_history
WHERE register_id = $1 AND status IN ('reported', 'investigated', 'applied', 'waiting', 'assigned') AND valid_from <= $2
	AND valid_until > $2;

-- budget_refused: how many applications were refused between two days
SELECT COUNT(*) FROM decision_decision WHERE register_id = $1 AND outcome = 'refused' AND decided_on >= $2 AND decided_on < $3;

-- budget_complaints: how many complaints came in between two days
SELECT COUNT(*) FROM safety_complaint WHERE register_id = $1 AND received_on >= $2 AND received_on < $3;

-- budget_use: how many people had each product on a day, and on a day before it
SELECT product, COUNT(DISTINCT CASE WHEN valid_from <= $2 AND valid_until > $2 THEN person END) AS now,
	COUNT(DISTINCT CASE WHEN valid_from <= $3 AND valid_until > $3 THEN person END) AS earlier
FROM assignment_delivery WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $3 GROUP BY product ORDER BY product;

-- budget_orders: the orders of a register that hold in a stretch of time, with since when there is care and where the client lived
SELECT o.assignment, o.party, o.product, o.amount, o.unit, o.frequency, o.valid_from,
	CASE WHEN o.ended_on IS NOT NULL AND o.ended_on < o.valid_until THEN o.ended_on ELSE o.valid_until END, c.started_on,
	COALESCE((SELECT f.postcode FROM person_former_address f WHERE f.register_id = o.register_id AND f.person = o.person
		AND f.until_on > o.valid_from ORDER BY f.until_on LIMIT 1), v.postcode, '')
FROM exchange_order o
LEFT JOIN care_care c ON c.register_id = o.register_id AND c.person = o.person AND c.assignment = o.assignment
LEFT JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person
WHERE o.register_id = $1 AND o.valid_from < $3 AND o.valid_until > $2 AND (o.ended_on IS NULL OR o.ended_on > $2)
	AND o.placed_on <= $4 AND o.state <> 'declined' AND o.municipality = ''
ORDER BY o.assignment;

-- budget_gaps: when care of an order did not run
SELECT assignment, from_day, until_day FROM care_gap WHERE register_id = $1 AND from_day < $3 AND until_day > $2 AND from_day < until_day
ORDER BY assignment, from_day;

-- budget_steps: how heavy orders are, from day to day
SELECT assignment, valid_from, step FROM funding_step WHERE register_id = $1 ORDER BY assignment, valid_from;

-- budget_claims: the claims over a year that came in by a day
SELECT fact, party, claimed, granted FROM claim_claim
WHERE register_id = $1 AND month >= $2 AND month < $3 AND received_on <= $4 ORDER BY fact;

-- budget_claimed: what was claimed and approved over a year on each order
SELECT l.assignment, CAST(SUM(CASE WHEN l.is_credit = 1 THEN -l.amount ELSE l.amount END) AS BIGINT),
	CAST(SUM(CASE WHEN l.codes <> '' THEN 0 WHEN l.is_credit = 1 THEN -l.amount ELSE l.amount END) AS BIGINT)
FROM claim_claim c JOIN claim_line l ON l.register_id = c.register_id AND l.claim = c.claim
WHERE c.register_id = $1 AND c.month >= $2 AND c.month < $3 AND c.received_on <= $4 GROUP BY l.assignment ORDER BY l.assignment;

-- budget_waiting_where: how many people waited for a decision or for a provider on a day, and a year before, by where they live
SELECT COALESCE(v.postcode, ''), COUNT(DISTINCT CASE WHEN h.valid_from <= $2 AND h.valid_until > $2 THEN h.person END),
	COUNT(DISTINCT CASE WHEN h.valid_from <= $3 AND h.valid_until > $3 THEN h.person END)
FROM caseload_history h LEFT JOIN person_vault v ON v.register_id = h.register_id AND v.person = h.person
WHERE h.register_id = $1 AND h.status IN ('reported', 'investigated', 'applied', 'waiting', 'assigned')
	AND ((h.valid_from <= $2 AND h.valid_until > $2) OR (h.valid_from <= $3 AND h.valid_until > $3))
GROUP BY v.postcode ORDER BY v.postcode;

-- budget_refused_where: how many applications were refused in a year and in the year before it, by where people live
SELECT COALESCE(v.postcode, ''), CAST(SUM(CASE WHEN d.decided_on >= $3 THEN 1 ELSE 0 END) AS BIGINT),
	CAST(SUM(CASE WHEN d.decided_on < $3 THEN 1 ELSE 0 END) AS BIGINT)
FROM decision_decision d LEFT JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 AND d.outcome = 'refused' AND d.decided_on < $2 AND d.decided_on >= $4
GROUP BY v.postcode ORDER BY v.postcode;

-- budget_complaints_where: how many complaints came in then, by where people live
SELECT COALESCE(v.postcode, ''), CAST(SUM(CASE WHEN c.received_on >= $3 THEN 1 ELSE 0 END) AS BIGINT),
	CAST(SUM(CASE WHEN c.received_on < $3 THEN 1 ELSE 0 END) AS BIGINT)
FROM safety_complaint c LEFT JOIN person_vault v ON v.register_id = c.register_id AND v.person = c.person
WHERE c.register_id = $1 AND c.received_on < $2 AND c.received_on >= $4
GROUP BY v.postcode ORDER BY v.postcode;

-- budget_complaints_about: and about whom
SELECT party, CAST(SUM(CASE WHEN received_on >= $3 THEN 1 ELSE 0 END) AS BIGINT),
	CAST(SUM(CASE WHEN received_on < $3 THEN 1 ELSE 0 END) AS BIGINT)
FROM safety_complaint WHERE register_id = $1 AND received_on < $2 AND received_on >= $4 GROUP BY party ORDER BY party;

-- budget_use_where: how many people had help of some products (",a,b,") on a day and a year before, by where they live
SELECT COALESCE(v.postcode, ''), COUNT(DISTINCT CASE WHEN d.valid_from <= $2 AND d.valid_until > $2 THEN d.person END),
	COUNT(DISTINCT CASE WHEN d.valid_from <= $3 AND d.valid_until > $3 THEN d.person END)
FROM assignment_delivery d LEFT JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 AND d.valid_from <= $2 AND d.valid_until > $3 AND $4 LIKE '%,' || d.product || ',%'
GROUP BY v.postcode ORDER BY v.postcode;

-- budget_use_of: and of whom
SELECT party, COUNT(DISTINCT CASE WHEN valid_from <= $2 AND valid_until > $2 THEN person END),
	COUNT(DISTINCT CASE WHEN valid_from <= $3 AND valid_until > $3 THEN person END)
FROM assignment_delivery
WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $3 AND $4 LIKE '%,' || product || ',%' GROUP BY party ORDER BY party;

-- budget_begin_of: how many people had chosen a party, whose help had not begun on the day that was agreed
SELECT d.party, COUNT(DISTINCT CASE WHEN d.valid_from <= $2 AND d.valid_until > $2 AND (c.started_on IS NULL OR c.started_on > $2)
		THEN d.person END),
	COUNT(DISTINCT CASE WHEN d.valid_from <= $3 AND d.valid_until > $3 AND (c.started_on IS NULL OR c.started_on > $3) THEN d.person END)
FROM assignment_delivery d
LEFT JOIN care_care c ON c.register_id = d.register_id AND c.person = d.person AND c.assignment = d.assignment
WHERE d.register_id = $1 AND d.valid_from <= $2 AND d.valid_until > $3 AND $4 LIKE '%,' || d.product || ',%'
GROUP BY d.party ORDER BY d.party;
