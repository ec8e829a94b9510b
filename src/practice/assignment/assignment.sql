-- assignment_add_waiting: granted, and now waiting for a provider
INSERT INTO assignment_waiting (register_id, person, decision, line, product, amount, unit, frequency, valid_from, valid_until, since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- assignment_end_waiting: a provider was assigned
DELETE FROM assignment_waiting WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4;

-- assignment_shorten_waiting: what waits ends on an earlier day
UPDATE assignment_waiting SET valid_until = $5
WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4 AND valid_from < $5 AND valid_until > $5;

-- assignment_drop_waiting: what had not begun waits no more
DELETE FROM assignment_waiting WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4 AND valid_from >= $5;

-- assignment_waiting_of: what a person waits for
SELECT person, decision, line, product, amount, unit, frequency, valid_from, valid_until, since FROM assignment_waiting
WHERE register_id = $1 AND person = $2 ORDER BY decision, line;

-- assignment_waiting_line: one line that waits
SELECT person, decision, line, product, amount, unit, frequency, valid_from, valid_until, since FROM assignment_waiting
WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4;

-- assignment_add: a provider was assigned
INSERT INTO assignment_assignment (register_id, person, assignment, decision, line, product, party, deliverer, valid_from,
	valid_until, choice, explanation, known_since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- assignment_add_delivery: who was assigned comes, all days of the assignment
INSERT INTO assignment_delivery (register_id, person, assignment, valid_from, valid_until, product, party, deliverer)
SELECT register_id, person, assignment, valid_from, valid_until, product, party, deliverer FROM assignment_assignment
WHERE register_id = $1 AND person = $2 AND assignment = $3;

-- assignment_add_ended: an assignment ends before its grant does
INSERT INTO assignment_ended (register_id, person, assignment, ended_on, because, told_on, told_how, fact)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- assignment_end: its last day is the one before
UPDATE assignment_assignment SET valid_until = $4
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND valid_from < $4;

-- assignment_end_deliveries: and nobody comes from that day on
UPDATE assignment_delivery SET valid_until = $4
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND valid_from < $4 AND valid_until > $4;

-- assignment_drop: one that had not begun has no day
DELETE FROM assignment_assignment WHERE register_id = $1 AND person = $2 AND assignment = $3 AND valid_from >= $4;

-- assignment_drop_deliveries: nor has what was still to come of it
DELETE FROM assignment_delivery WHERE register_id = $1 AND person = $2 AND assignment = $3 AND valid_from >= $4;

-- assignment_deliveries_of: who came and comes to a person, oldest first
SELECT assignment, product, party, deliverer, valid_from, valid_until FROM assignment_delivery
WHERE register_id = $1 AND person = $2 ORDER BY assignment, valid_from;

-- assignment_split_delivery: the delivery around a day goes on behind that day as one of its own
INSERT INTO assignment_delivery (register_id, person, assignment, valid_from, valid_until, product, party, deliverer)
SELECT register_id, person, assignment, $4, valid_until, product, party, deliverer FROM assignment_delivery
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND valid_from < $4 AND valid_until > $4;

-- assignment_end_delivery: and ends on it
UPDATE assignment_delivery SET valid_until = $4
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND valid_from < $4 AND valid_until > $4;

-- assignment_set_deliverer: another deliverer from a day on
UPDATE assignment_delivery SET deliverer = $5 WHERE register_id = $1 AND person = $2 AND assignment = $3 AND valid_from >= $4;

-- assignment_of: all assignments of a person, newest first
SELECT assignment, decision, line, product, party, deliverer, valid_from, valid_until, choice
FROM assignment_assignment WHERE register_id = $1 AND person = $2 ORDER BY assignment DESC;

-- assignment_of_on: the assignments of a person that had begun or were chosen by the end of a day, newest first
SELECT a.assignment, a.decision, a.line, a.product, a.party, a.deliverer, a.valid_from, a.valid_until, a.choice
FROM assignment_assignment a
JOIN journal_fact f ON f.register_id = a.register_id AND f.person = a.person AND f.fact = a.assignment
WHERE a.register_id = $1 AND a.person = $2 AND (a.valid_from <= $3 OR f.recorded_at < $4) ORDER BY a.assignment DESC;

-- assignment_visit: all assignments by whoever delivers them, with what decides their lane
SELECT d.person, d.assignment, d.product, d.party, d.deliverer, d.valid_from, d.valid_until,
	CASE WHEN d.valid_from = a.valid_from AND d.deliverer = a.deliverer THEN a.known_since END AS known_since, v.born, v.postcode, v.house_number
FROM assignment_delivery d
JOIN assignment_assignment a ON a.register_id = d.register_id AND a.person = d.person AND a.assignment = d.assignment
JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 ORDER BY d.person, d.product, d.valid_from;

-- assignment_relation: who delivers this product until the day or beyond it, and since when without a break or an early end
WITH RECURSIVE unbroken (deliverer, valid_from) AS (
	SELECT * FROM (
		SELECT d.deliverer, d.valid_from FROM assignment_delivery d
		LEFT JOIN assignment_ended e ON e.register_id = d.register_id AND e.person = d.person AND e.assignment = d.assignment
		WHERE d.register_id = $1 AND d.person = $2 AND d.product = $3 AND d.valid_from <= $4
			AND (d.valid_until > $4 OR (d.valid_until = $4 AND e.ended_on IS NULL))
		ORDER BY d.valid_from DESC LIMIT 1) newest
	UNION
	SELECT d.deliverer, d.valid_from FROM assignment_delivery d
	JOIN unbroken u ON u.deliverer = d.deliverer AND d.valid_from < u.valid_from AND d.valid_until >= u.valid_from
	LEFT JOIN assignment_ended e ON e.register_id = d.register_id AND e.person = d.person AND e.assignment = d.assignment
		AND e.ended_on <= u.valid_from
	WHERE d.register_id = $1 AND d.person = $2 AND d.product = $3 AND e.ended_on IS NULL)
SELECT deliverer, MIN(valid_from) FROM unbroken GROUP BY deliverer;

-- assignment_reason: why somebody was assigned, and by whom
SELECT a.assignment, a.product, a.party, a.deliverer, a.choice, a.explanation, a.valid_from, a.valid_until, f.recorded_at,
	COALESCE(c.name, f.account) AS name
FROM assignment_assignment a
JOIN journal_fact f ON f.register_id = a.register_id AND f.fact = a.assignment
LEFT JOIN access_account c ON c.register_id = f.register_id AND c.account = f.account
WHERE a.register_id = $1 AND a.person = $2 AND a.assignment = $3;

-- assignment_wish: a resident chose a provider, or another one
INSERT INTO assignment_wish (register_id, person, decision, line, deliverer, words, by_whom, wished_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (register_id, person, decision, line) DO UPDATE SET deliverer = excluded.deliverer, words = excluded.words,
	by_whom = excluded.by_whom, wished_on = excluded.wished_on;

-- assignment_wishes_of: what a resident chose, line by line
SELECT decision, line, deliverer, words, by_whom AS by, wished_on FROM assignment_wish
WHERE register_id = $1 AND person = $2 ORDER BY decision, line;

-- assignment_people: to whom a party comes on a day, or for whom it answers
SELECT DISTINCT person FROM assignment_delivery
WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $2 AND (party = $3 OR deliverer = $3) ORDER BY person;
