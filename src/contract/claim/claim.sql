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

-- claim_add_line: a line that was judged
INSERT INTO claim_line (register_id, claim, number, party, reference, previous, assignment, category, code, first_day,
	last_day, volume, unit, tariff, amount, is_credit, codes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- claim_next: the number after those of all claims of which lines stand there
SELECT COALESCE(MAX(claim), 0) + 1 FROM claim_line WHERE register_id = $1;

-- claim_open: lines are put down that count for nothing yet
INSERT INTO claim_open (register_id, claim, lines) VALUES ($1, $2, 0);

-- claim_open_lines: how many of them stand there
SELECT lines FROM claim_open WHERE register_id = $1 AND claim = $2;

-- claim_open_more: as many now
UPDATE claim_open SET lines = $3 WHERE register_id = $1 AND claim = $2;

-- claim_open_first: a claim that was left so
SELECT claim, lines FROM claim_open WHERE register_id = $1 ORDER BY claim LIMIT 1;

-- claim_remove_lines: the last lines of a claim go
DELETE FROM claim_line WHERE register_id = $1 AND claim = $2 AND number > $3;

-- claim_close: from now on its lines count, or there are none any more
DELETE FROM claim_open WHERE register_id = $1 AND claim = $2;

-- claim_mend_line: it was judged otherwise once more was known
UPDATE claim_line SET codes = $4 WHERE register_id = $1 AND claim = $2 AND number = $3;

-- claim_kept_orders: what some orders hold lines to, and what was approved on them
SELECT o.assignment, o.person, o.party, o.product, o.amount, o.unit, o.frequency, o.valid_from, o.valid_until, s.counted,
	s.amount, s.claimed_until
FROM claim_order o LEFT JOIN claim_sum s ON s.register_id = o.register_id AND s.assignment = o.assignment
WHERE o.register_id = $1 AND o.assignment IN (
	$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
	$26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47,
	$48, $49, $50, $51);

-- claim_kept_orders_between: the same for all orders from one to another
SELECT o.assignment, o.person, o.party, o.product, o.amount, o.unit, o.frequency, o.valid_from, o.valid_until, s.counted,
	s.amount, s.claimed_until
FROM claim_order o LEFT JOIN claim_sum s ON s.register_id = o.register_id AND s.assignment = o.assignment
WHERE o.register_id = $1 AND o.assignment >= $2 AND o.assignment <= $3;

-- claim_kept_persons: who has some marks of numbers
SELECT bsn_mark, person FROM person_vault WHERE register_id = $1 AND bsn_mark IN (
	$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
	$26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47,
	$48, $49, $50, $51);

-- claim_kept_between: whether a party used any reference from one to another
SELECT 1 FROM claim_line l WHERE l.register_id = $1 AND l.party = $2 AND l.reference >= $3 AND l.reference <= $4
	AND NOT EXISTS (SELECT 1 FROM claim_open n WHERE n.register_id = $1 AND n.claim = l.claim) LIMIT 1;

-- claim_kept_references: which of some references a party used
SELECT DISTINCT l.reference FROM claim_line l WHERE l.register_id = $1 AND l.party = $2
	AND NOT EXISTS (SELECT 1 FROM claim_open n WHERE n.register_id = $1 AND n.claim = l.claim) AND l.reference IN (
	$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
	$27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48,
	$49, $50, $51, $52);

-- claim_kept_debits: the approved debits of some references, and whether they were taken back
SELECT d.reference, d.assignment, d.category, d.code, d.first_day, d.last_day, d.volume, d.unit, d.tariff, d.amount,
	CASE WHEN EXISTS (SELECT 1 FROM claim_line c WHERE c.register_id = $1 AND c.party = $2 AND c.previous = d.reference
		AND c.is_credit = 1 AND c.codes = ''
		AND NOT EXISTS (SELECT 1 FROM claim_open n WHERE n.register_id = $1 AND n.claim = c.claim)) THEN 1 ELSE 0 END
FROM claim_line d WHERE d.register_id = $1 AND d.party = $2 AND d.is_credit = 0 AND d.codes = ''
	AND NOT EXISTS (SELECT 1 FROM claim_open n WHERE n.register_id = $1 AND n.claim = d.claim) AND d.reference IN (
	$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
	$27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48,
	$49, $50, $51, $52);

-- claim_kept_same: the approved debits of some orders that begin on a day, and were not taken back
SELECT x.assignment, x.first_day, x.last_day, x.category, x.code, x.reference FROM claim_line x
WHERE x.register_id = $1 AND x.first_day = $2 AND x.is_credit = 0 AND x.codes = ''
	AND NOT EXISTS (SELECT 1 FROM claim_line c WHERE c.register_id = $1 AND c.party = x.party
		AND c.previous = x.reference AND c.is_credit = 1 AND c.codes = ''
		AND NOT EXISTS (SELECT 1 FROM claim_open n WHERE n.register_id = $1 AND n.claim = c.claim))
	AND NOT EXISTS (SELECT 1 FROM claim_open n WHERE n.register_id = $1 AND n.claim = x.claim)
	AND x.assignment IN (
	$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
	$27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48,
	$49, $50, $51, $52);

-- claim_add: a claim was judged
INSERT INTO claim_claim (register_id, fact, party, municipality, sender, message, number, month, received_on, lines,
	refused, claimed, granted, claim)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- claim_add_up: what it approved counts on the orders, hours in minutes
INSERT INTO claim_sum (register_id, assignment, counted, amount, claimed_until)
SELECT $1, assignment,
	CAST(SUM(CASE WHEN unit = 4 THEN 60 ELSE 1 END * CASE WHEN is_credit = 1 THEN -volume ELSE volume END) AS BIGINT),
	CAST(SUM(CASE WHEN is_credit = 1 THEN -amount ELSE amount END) AS BIGINT),
	MAX(CASE WHEN is_credit = 0 THEN last_day END)
FROM claim_line WHERE register_id = $1 AND claim = $2 AND codes = '' GROUP BY assignment
ON CONFLICT (register_id, assignment) DO UPDATE SET counted = claim_sum.counted + excluded.counted,
	amount = claim_sum.amount + excluded.amount,
	claimed_until = CASE WHEN claim_sum.claimed_until IS NULL OR excluded.claimed_until > claim_sum.claimed_until
		THEN excluded.claimed_until ELSE claim_sum.claimed_until END;

-- claim_of_message: the claim that a message brought
SELECT claim FROM claim_claim WHERE register_id = $1 AND party = $2 AND sender = $3 AND message = $4;

-- claim_refused_lines: which lines of a claim were not approved, and why
SELECT number, codes FROM claim_line WHERE register_id = $1 AND claim = $2 AND codes <> '' ORDER BY number;

-- claim_before: whether the number was used by the party before, and the last month that it claimed of a municipality
SELECT COALESCE(MAX(CASE WHEN number = $3 THEN 1 ELSE 0 END), 0), MAX(CASE WHEN municipality = $4 THEN month END)
FROM claim_claim WHERE register_id = $1 AND party = $2;

-- claim_free_count: how many orders of a party could be claimed over a month and were not
SELECT COUNT(*) FROM claim_order o
JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person AND v.bsn_mark IS NOT NULL
WHERE o.register_id = $1 AND o.party = $2 AND o.valid_from < $4
	AND o.ends_on IS NULL
	AND (o.valid_until IS NULL OR (o.valid_until > $3 AND o.valid_until > o.valid_from))
	AND o.assignment NOT IN (SELECT l.assignment FROM claim_line l WHERE l.register_id = $1 AND l.first_day >= $3
		AND l.first_day < $4);

-- claim_free: those orders, by client
SELECT o.assignment, o.person, o.product, o.amount, o.unit, o.frequency, o.valid_from, o.valid_until FROM claim_order o
JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person AND v.bsn_mark IS NOT NULL
WHERE o.register_id = $1 AND o.party = $2 AND o.valid_from < $4
	AND o.ends_on IS NULL
	AND (o.valid_until IS NULL OR (o.valid_until > $3 AND o.valid_until > o.valid_from))
	AND o.assignment NOT IN (SELECT l.assignment FROM claim_line l WHERE l.register_id = $1 AND l.first_day >= $3
		AND l.first_day < $4)
ORDER BY o.person, o.assignment LIMIT $5;

-- claim_claims: the claims of a party ('' for all) received by a day, over some months, the newest first; $6 is '', paid or open
SELECT c.fact, c.party, c.number, c.month, c.received_on, c.lines, c.refused, c.claimed, c.granted, COALESCE((SELECT CAST(SUM(p.cents) AS BIGINT) FROM claim_paid p WHERE p.register_id = c.register_id AND p.claim = c.fact
	AND p.paid_on <= $3), 0) AS paid
FROM claim_claim c
WHERE c.register_id = $1 AND ($2 = '' OR c.party = $2) AND c.received_on <= $3 AND c.month >= $4 AND c.month <= $5
	AND ($6 = '' OR $6 = CASE WHEN c.granted <= 0 THEN 'none' WHEN c.granted <= COALESCE((SELECT SUM(p.cents) FROM claim_paid p
		WHERE p.register_id = c.register_id AND p.claim = c.fact AND p.paid_on <= $3), 0) THEN 'paid' ELSE 'open' END)
ORDER BY c.month DESC, c.party, c.fact DESC LIMIT 200;

-- claim_sums: what they come to per provider and month
SELECT c.party, c.month, CAST(SUM(c.lines) AS BIGINT) AS lines, CAST(SUM(c.refused) AS BIGINT) AS refused,
	CAST(SUM(c.claimed) AS BIGINT) AS claimed, CAST(SUM(c.granted) AS BIGINT) AS granted,
	CAST(SUM(COALESCE((SELECT CAST(SUM(p.cents) AS BIGINT) FROM claim_paid p WHERE p.register_id = c.register_id AND p.claim = c.fact
	AND p.paid_on <= $3), 0)) AS BIGINT) AS paid
FROM claim_claim c
WHERE c.register_id = $1 AND ($2 = '' OR c.party = $2) AND c.received_on <= $3 AND c.month >= $4 AND c.month <= $5
	AND ($6 = '' OR $6 = CASE WHEN c.granted <= 0 THEN 'none' WHEN c.granted <= COALESCE((SELECT SUM(p.cents) FROM claim_paid p
		WHERE p.register_id = c.register_id AND p.claim = c.fact AND p.paid_on <= $3), 0) THEN 'paid' ELSE 'open' END)
GROUP BY c.party, c.month ORDER BY c.month DESC, c.party LIMIT 200;

-- claim_months: and per month
SELECT c.month, CAST(SUM(c.lines) AS BIGINT) AS lines, CAST(SUM(c.refused) AS BIGINT) AS refused,
	CAST(SUM(c.claimed) AS BIGINT) AS claimed, CAST(SUM(c.granted) AS BIGINT) AS granted
FROM claim_claim c
WHERE c.register_id = $1 AND ($2 = '' OR c.party = $2) AND c.received_on <= $3 AND c.month >= $4 AND c.month <= $5
	AND ($6 = '' OR $6 = CASE WHEN c.granted <= 0 THEN 'none' WHEN c.granted <= COALESCE((SELECT SUM(p.cents) FROM claim_paid p
		WHERE p.register_id = c.register_id AND p.claim = c.fact AND p.paid_on <= $3), 0) THEN 'paid' ELSE 'open' END)
GROUP BY c.month ORDER BY c.month;

-- claim_products: and per product
SELECT l.category, l.code, COUNT(*) AS lines, CAST(SUM(CASE WHEN l.codes <> '' THEN 1 ELSE 0 END) AS BIGINT) AS refused,
	CAST(SUM(CASE WHEN l.is_credit = 1 THEN -l.amount ELSE l.amount END) AS BIGINT) AS claimed,
	CAST(SUM(CASE WHEN l.codes <> '' THEN 0 WHEN l.is_credit = 1 THEN -l.amount ELSE l.amount END) AS BIGINT) AS granted
FROM claim_claim c JOIN claim_line l ON l.register_id = c.register_id AND l.claim = c.claim
WHERE c.register_id = $1 AND ($2 = '' OR c.party = $2) AND c.received_on <= $3 AND c.month >= $4 AND c.month <= $5
	AND ($6 = '' OR $6 = CASE WHEN c.granted <= 0 THEN 'none' WHEN c.granted <= COALESCE((SELECT SUM(p.cents) FROM claim_paid p
		WHERE p.register_id = c.register_id AND p.claim = c.fact AND p.paid_on <= $3), 0) THEN 'paid' ELSE 'open' END)
GROUP BY l.category, l.code ORDER BY l.category, l.code LIMIT 200;

-- claim_reasons: why lines were refused, by the codes that they have together
SELECT l.codes, COUNT(*) AS lines, CAST(SUM(l.amount) AS BIGINT) AS amount
FROM claim_claim c JOIN claim_line l ON l.register_id = c.register_id AND l.claim = c.claim AND l.codes <> ''
WHERE c.register_id = $1 AND ($2 = '' OR c.party = $2) AND c.received_on <= $3 AND c.month >= $4 AND c.month <= $5
	AND ($6 = '' OR $6 = CASE WHEN c.granted <= 0 THEN 'none' WHEN c.granted <= COALESCE((SELECT SUM(p.cents) FROM claim_paid p
		WHERE p.register_id = c.register_id AND p.claim = c.fact AND p.paid_on <= $3), 0) THEN 'paid' ELSE 'open' END)
	AND c.refused > 0
GROUP BY l.codes ORDER BY COUNT(*) DESC, l.codes LIMIT 200;

-- claim_parties: who claimed
SELECT DISTINCT party FROM claim_claim WHERE register_id = $1 ORDER BY party;

-- claim_claim: one of them
SELECT c.fact, c.party, c.number, c.month, c.received_on, c.lines, c.refused, c.claimed, c.granted, COALESCE((SELECT CAST(SUM(p.cents) AS BIGINT) FROM claim_paid p WHERE p.register_id = c.register_id AND p.claim = c.fact
	AND p.paid_on <= $3), 0) AS paid
FROM claim_claim c WHERE c.register_id = $1 AND ($2 = '' OR c.party = $2) AND c.received_on <= $3 AND c.fact = $4;

-- claim_pay: a payment of a claim
INSERT INTO claim_paid (register_id, payment, claim, cents, paid_on) VALUES ($1, $2, $3, $4, $5);

-- claim_payments: the payments of a claim by a day
SELECT payment, cents, paid_on FROM claim_paid WHERE register_id = $1 AND claim = $2 AND paid_on <= $3 ORDER BY paid_on, payment;

-- claim_payable: what was approved of a claim, and paid
SELECT c.party, c.month, c.granted, COALESCE((SELECT CAST(SUM(p.cents) AS BIGINT) FROM claim_paid p
	WHERE p.register_id = c.register_id AND p.claim = c.fact), 0) AS paid
FROM claim_claim c WHERE c.register_id = $1 AND c.fact = $2;

-- claim_refused: the next lines of a claim that were not approved
SELECT l.number, l.reference, l.assignment, l.amount, l.is_credit, l.codes, COALESCE(o.person, 0) AS person
FROM claim_claim c JOIN claim_line l ON l.register_id = c.register_id AND l.claim = c.claim
LEFT JOIN claim_order o ON o.register_id = l.register_id AND o.assignment = l.assignment
WHERE c.register_id = $1 AND c.fact = $2 AND l.codes <> '' AND l.number > $3 ORDER BY l.number LIMIT 50;

-- claim_approved: the next lines of a claim that were approved
SELECT l.number, l.reference, l.assignment, l.first_day, l.last_day, l.volume, l.unit, l.tariff, l.amount, l.is_credit
FROM claim_claim c JOIN claim_line l ON l.register_id = c.register_id AND l.claim = c.claim
WHERE c.register_id = $1 AND c.fact = $2 AND l.codes = '' AND l.number > $3 ORDER BY l.number LIMIT 50;

-- claim_refusals: the lines of a claim that were not approved, by reference
SELECT l.reference, l.codes FROM claim_claim c JOIN claim_line l ON l.register_id = c.register_id AND l.claim = c.claim
WHERE c.register_id = $1 AND c.fact = $2 AND l.codes <> '' ORDER BY l.number;

-- claim_is_approved: whether lines of an order stand approved
SELECT 1 FROM claim_sum WHERE register_id = $1 AND assignment = $2 AND (amount <> 0 OR counted <> 0);

-- claim_claims_about: the claims with a line about somebody
SELECT DISTINCT c.fact FROM claim_order o
JOIN claim_line l ON l.register_id = o.register_id AND l.assignment = o.assignment
JOIN claim_claim c ON c.register_id = l.register_id AND c.claim = l.claim WHERE o.register_id = $1 AND o.person = $2;
