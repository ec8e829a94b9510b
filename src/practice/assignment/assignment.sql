-- assignment_add_waiting: granted, and now waiting for a provider
INSERT INTO assignment_waiting (register_id, person, decision, line, product, amount, unit, frequency, valid_from, valid_until, since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- assignment_end_waiting: a provider was assigned
DELETE FROM assignment_waiting WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4;

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

-- assignment_of: all assignments of a person, newest first
SELECT assignment, decision, line, product, party, deliverer, valid_from, valid_until, choice
FROM assignment_assignment WHERE register_id = $1 AND person = $2 ORDER BY assignment DESC;

-- assignment_visit: all assignments, with what decides their lane
SELECT a.person, a.assignment, a.product, a.party, a.deliverer, a.valid_from, a.valid_until, a.known_since, v.born, v.postcode
FROM assignment_assignment a
JOIN person_vault v ON v.register_id = a.register_id AND v.person = a.person
WHERE a.register_id = $1 ORDER BY a.person, a.product, a.valid_from;

-- assignment_relation: who delivers this product until the day or beyond it, and since when without a break
WITH RECURSIVE unbroken (deliverer, valid_from) AS (
	SELECT * FROM (
		SELECT deliverer, valid_from FROM assignment_assignment
		WHERE register_id = $1 AND person = $2 AND product = $3 AND valid_from <= $4 AND valid_until >= $4
		ORDER BY valid_from DESC LIMIT 1) newest
	UNION
	SELECT a.deliverer, a.valid_from FROM assignment_assignment a
	JOIN unbroken u ON u.deliverer = a.deliverer AND a.valid_from < u.valid_from AND a.valid_until >= u.valid_from
	WHERE a.register_id = $1 AND a.person = $2 AND a.product = $3)
SELECT deliverer, MIN(valid_from) FROM unbroken GROUP BY deliverer;
