-- claim_place: an order stands
INSERT INTO claim_order (register_id, assignment, person, party, product, amount, unit, frequency, valid_from, valid_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- claim_drop: an order that never left, and has no day any more
DELETE FROM claim_order WHERE register_id = $1 AND assignment = $2 AND valid_from >= $3;

-- claim_end: it ends early; no day is left of one that is taken back
UPDATE claim_order SET valid_until = CASE WHEN valid_from > $3 THEN valid_from ELSE $3 END
WHERE register_id = $1 AND assignment = $2;

-- claim_will_end: it ends early, once the provider knows
UPDATE claim_order SET ends_on = $3 WHERE register_id = $1 AND assignment = $2;

-- claim_tell: the provider knows
UPDATE claim_order SET valid_until = CASE WHEN valid_from > ends_on THEN valid_from ELSE ends_on END, ends_on = NULL
WHERE register_id = $1 AND assignment = $2 AND ends_on IS NOT NULL;

-- claim_add_line: a line came in; approved until it is judged
INSERT INTO claim_line (register_id, fact, number, party, reference, previous, assignment, category, code, first_day,
	last_day, volume, unit, tariff, amount, is_credit, codes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '');

-- claim_refuse_line: why it is not approved
UPDATE claim_line SET codes = $4 WHERE register_id = $1 AND fact = $2 AND number = $3;

-- claim_cases: the lines of a message with all that each is judged by
SELECT l.number, o.party, o.product, o.amount, o.unit, o.frequency, o.valid_from, o.valid_until, v.bsn_mark, s.counted,
	s.amount,
	CASE WHEN EXISTS (SELECT 1 FROM claim_line x WHERE x.register_id = $1 AND x.party = l.party
		AND x.reference = l.reference AND (x.fact < $2 OR (x.fact = $2 AND x.number < l.number))) THEN 1 ELSE 0 END,
	d.assignment, d.category, d.code, d.first_day, d.last_day, d.volume, d.unit, d.tariff, d.amount,
	CASE WHEN d.reference IS NOT NULL AND EXISTS (SELECT 1 FROM claim_line c WHERE c.register_id = $1
		AND c.party = l.party AND c.previous = l.previous AND c.is_credit = 1 AND c.codes = '' AND c.fact < $2)
		THEN 1 ELSE 0 END,
	(SELECT x.reference FROM claim_line x WHERE x.register_id = $1 AND x.assignment = l.assignment
		AND x.first_day = l.first_day AND x.last_day = l.last_day AND x.category = l.category AND x.code = l.code
		AND x.fact < $2 AND x.is_credit = 0 AND x.codes = '' AND NOT EXISTS (
			SELECT 1 FROM claim_line c WHERE c.register_id = $1 AND c.party = x.party AND c.previous = x.reference
				AND c.is_credit = 1 AND c.codes = '' AND c.fact < $2) LIMIT 1)
FROM claim_line l
LEFT JOIN claim_order o ON o.register_id = l.register_id AND o.assignment = l.assignment
LEFT JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person
LEFT JOIN claim_sum s ON s.register_id = l.register_id AND s.assignment = l.assignment
LEFT JOIN claim_line d ON l.is_credit = 1 AND d.register_id = l.register_id AND d.party = l.party
	AND d.reference = l.previous AND d.is_credit = 0 AND d.codes = '' AND d.fact < $2
WHERE l.register_id = $1 AND l.fact = $2 ORDER BY l.number;

-- claim_add: a claim was judged
INSERT INTO claim_claim (register_id, fact, party, municipality, sender, message, number, month, received_on, lines,
	refused, claimed, granted)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- claim_add_up: what it approved counts on the orders, hours in minutes
INSERT INTO claim_sum (register_id, assignment, counted, amount)
SELECT $1, assignment,
	CAST(SUM(CASE WHEN unit = 4 THEN 60 ELSE 1 END * CASE WHEN is_credit = 1 THEN -volume ELSE volume END) AS BIGINT),
	CAST(SUM(CASE WHEN is_credit = 1 THEN -amount ELSE amount END) AS BIGINT)
FROM claim_line WHERE register_id = $1 AND fact = $2 AND codes = '' GROUP BY assignment
ON CONFLICT (register_id, assignment) DO UPDATE SET counted = claim_sum.counted + excluded.counted,
	amount = claim_sum.amount + excluded.amount;

-- claim_of_message: the claim that a message brought
SELECT fact FROM claim_claim WHERE register_id = $1 AND party = $2 AND sender = $3 AND message = $4;

-- claim_refused_lines: which lines of a claim were not approved, and why
SELECT number, codes FROM claim_line WHERE register_id = $1 AND fact = $2 AND codes <> '' ORDER BY number;

-- claim_before: whether the number was used by the party before, and the last month that it claimed of a municipality
SELECT COALESCE(MAX(CASE WHEN number = $3 THEN 1 ELSE 0 END), 0), MAX(CASE WHEN municipality = $4 THEN month END)
FROM claim_claim WHERE register_id = $1 AND party = $2;

-- claim_free_count: how many orders of a party could be claimed over a month and were not
SELECT COUNT(*) FROM claim_order o
JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person AND v.bsn_mark IS NOT NULL
WHERE o.register_id = $1 AND o.party = $2 AND o.valid_from < $4
	AND o.ends_on IS NULL
	AND (o.valid_until IS NULL OR (o.valid_until > $3 AND o.valid_until > o.valid_from))
	AND NOT EXISTS (SELECT 1 FROM claim_line l WHERE l.register_id = $1 AND l.assignment = o.assignment
		AND l.first_day >= $3 AND l.first_day < $4);

-- claim_free: those orders, by client
SELECT o.assignment, o.person, o.product, o.amount, o.unit, o.frequency, o.valid_from, o.valid_until FROM claim_order o
JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person AND v.bsn_mark IS NOT NULL
WHERE o.register_id = $1 AND o.party = $2 AND o.valid_from < $4
	AND o.ends_on IS NULL
	AND (o.valid_until IS NULL OR (o.valid_until > $3 AND o.valid_until > o.valid_from))
	AND NOT EXISTS (SELECT 1 FROM claim_line l WHERE l.register_id = $1 AND l.assignment = o.assignment
		AND l.first_day >= $3 AND l.first_day < $4)
ORDER BY o.person, o.assignment LIMIT $5;

-- claim_claims: the claims of a party ('' for all) received by a day, the newest month first
SELECT fact, party, number, month, received_on, lines, refused, claimed, granted FROM claim_claim
WHERE register_id = $1 AND ($2 = '' OR party = $2) AND received_on <= $3 ORDER BY month DESC, party, fact DESC LIMIT 200;

-- claim_claim: one of them
SELECT fact, party, number, month, received_on, lines, refused, claimed, granted FROM claim_claim
WHERE register_id = $1 AND ($2 = '' OR party = $2) AND received_on <= $3 AND fact = $4;

-- claim_refused: the next lines of a claim that were not approved
SELECT number, reference, assignment, amount, is_credit, codes FROM claim_line
WHERE register_id = $1 AND fact = $2 AND codes <> '' AND number > $3 ORDER BY number LIMIT 50;
