-- billing_deliver: what was delivered on a day; the last word counts
INSERT INTO billing_delivered (register_id, assignment, day, deliverer, person, party, month, amount)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (register_id, assignment, day, deliverer) DO UPDATE SET amount = excluded.amount;

-- billing_sums: what was delivered per order of a party and month, from a month to before another
SELECT assignment, month, CAST(SUM(amount) AS BIGINT) AS amount, MIN(day) AS first_day, MAX(day) AS last_day
FROM billing_delivered WHERE register_id = $1 AND party = $2 AND month >= $3 AND month < $4 AND amount > 0
GROUP BY assignment, month ORDER BY assignment, month;

-- billing_within: what was delivered of an order on the days from one to before another, by whom
SELECT deliverer, CAST(SUM(amount) AS BIGINT) AS amount
FROM billing_delivered WHERE register_id = $1 AND assignment = $2 AND day >= $3 AND day < $4 AND amount > 0
GROUP BY deliverer ORDER BY deliverer;

-- billing_days: what was delivered of an order, the last days first
SELECT day, deliverer, amount FROM billing_delivered WHERE register_id = $1 AND assignment = $2 AND amount > 0
ORDER BY day DESC, deliverer LIMIT 31;

-- billing_add_line: a line of a claim that goes
INSERT INTO billing_line (register_id, fact, number, assignment, reference, previous, category, code, first_day, last_day,
	volume, unit, tariff, amount, is_credit)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- billing_add: a claim was approved
INSERT INTO billing_claim (register_id, fact, party, provider, municipality, number, month, approved_on, lines, total,
	message, codes, refused, granted)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '', 0, 0);

-- billing_set_sent: it left
UPDATE billing_claim SET message = $3, sent_on = $4 WHERE register_id = $1 AND fact = $2;

-- billing_set_answered: the municipality answered
UPDATE billing_claim SET answered_on = $3, codes = $4, refused = $5, granted = $6 WHERE register_id = $1 AND fact = $2;

-- billing_add_refusal: a line was refused
INSERT INTO billing_refusal (register_id, fact, reference, claim, codes) VALUES ($1, $2, $3, $4, $5);

-- billing_history: the lines that a party claimed since a month, by order, with what was said of each
SELECT l.fact, l.number, l.assignment, l.reference, l.previous, l.category, l.code, l.first_day, l.last_day, l.volume,
	l.unit, l.tariff, l.amount, l.is_credit, c.answered_on, c.codes AS claim_codes, COALESCE(r.codes, '') AS codes
FROM billing_line l
JOIN billing_claim c ON c.register_id = l.register_id AND c.fact = l.fact
LEFT JOIN billing_refusal r ON r.register_id = l.register_id AND r.claim = l.fact AND r.reference = l.reference
WHERE l.register_id = $1 AND c.party = $2 AND c.month >= $3 AND l.first_day >= $3
ORDER BY l.assignment, l.fact, l.number;

-- billing_lines: every line of a claim, with what was said of each
SELECT l.fact, l.number, l.assignment, l.reference, l.previous, l.category, l.code, l.first_day, l.last_day, l.volume,
	l.unit, l.tariff, l.amount, l.is_credit, c.answered_on, c.codes AS claim_codes, COALESCE(r.codes, '') AS codes
FROM billing_line l
JOIN billing_claim c ON c.register_id = l.register_id AND c.fact = l.fact
LEFT JOIN billing_refusal r ON r.register_id = l.register_id AND r.claim = l.fact AND r.reference = l.reference
WHERE l.register_id = $1 AND l.fact = $2 ORDER BY l.number;

-- billing_claims: the claims that a party approved by a day, the newest first
SELECT fact, party, provider, municipality, number, month, approved_on, lines, total, message, sent_on, answered_on, codes,
	refused, granted
FROM billing_claim WHERE register_id = $1 AND party = $2 AND approved_on <= $3 ORDER BY fact DESC LIMIT 60;

-- billing_claim: one claim
SELECT fact, party, provider, municipality, number, month, approved_on, lines, total, message, sent_on, answered_on, codes,
	refused, granted
FROM billing_claim WHERE register_id = $1 AND fact = $2;

-- billing_by_number: the claim of a provider's code with a number
SELECT fact, party, provider, municipality, number, month, approved_on, lines, total, message, sent_on, answered_on, codes,
	refused, granted
FROM billing_claim WHERE register_id = $1 AND provider = $2 AND number = $3;

-- billing_by_message: the claim of a provider's code that left in a message
SELECT fact, party, provider, municipality, number, month, approved_on, lines, total, message, sent_on, answered_on, codes,
	refused, granted
FROM billing_claim WHERE register_id = $1 AND provider = $2 AND message = $3;

-- billing_waiting: the next claims that did not leave
SELECT fact, party, provider, municipality, number, month, approved_on, lines, total, message, sent_on, answered_on, codes,
	refused, granted
FROM billing_claim WHERE register_id = $1 AND message = '' AND fact > $2 ORDER BY fact LIMIT 50;

-- billing_last_month: the last month that a party claimed of a municipality
SELECT MAX(month) FROM billing_claim WHERE register_id = $1 AND party = $2 AND municipality = $3 AND codes = '';

-- billing_share_line: who delivered what of a line
INSERT INTO billing_share (register_id, fact, number, deliverer, amount)
SELECT $1, $2, $3, deliverer, CAST(SUM(amount) AS BIGINT) FROM billing_delivered
WHERE register_id = $1 AND assignment = $4 AND day >= $5 AND day < $6 AND amount > 0 GROUP BY deliverer;

-- billing_share_credit: of a line that is taken back, who had delivered it
INSERT INTO billing_share (register_id, fact, number, deliverer, amount)
SELECT $1, $2, $3, s.deliverer, s.amount FROM billing_line l
JOIN billing_share s ON s.register_id = l.register_id AND s.fact = l.fact AND s.number = l.number
WHERE l.register_id = $1 AND l.assignment = $4 AND l.reference = $5;

-- billing_shares: who delivered what of each line of a claim
SELECT number, deliverer, amount FROM billing_share WHERE register_id = $1 AND fact = $2 ORDER BY number, deliverer;

-- billing_parts: the lines of others' claims that an organisation delivered a part of, the newest first
SELECT l.fact, l.number, l.assignment, c.party, c.month, c.approved_on, l.unit, l.is_credit, s.amount,
	CASE WHEN c.answered_on IS NULL THEN 'waits' WHEN c.codes <> '' OR r.codes IS NOT NULL THEN 'refused' ELSE 'granted' END AS state
FROM billing_share s
JOIN billing_line l ON l.register_id = s.register_id AND l.fact = s.fact AND l.number = s.number
JOIN billing_claim c ON c.register_id = l.register_id AND c.fact = l.fact
LEFT JOIN billing_refusal r ON r.register_id = l.register_id AND r.claim = l.fact AND r.reference = l.reference
WHERE s.register_id = $1 AND s.deliverer = $2 AND c.party <> $2 AND c.approved_on <= $3
ORDER BY l.fact DESC, l.number LIMIT 200;

-- billing_traffic: whose claim it is, for whom, and in which message it left
SELECT party, municipality, message FROM billing_claim WHERE register_id = $1 AND fact = $2;

-- billing_claims_about: the claims with a line about somebody, for whom something was delivered
SELECT DISTINCT l.fact FROM billing_delivered d
JOIN billing_line l ON l.register_id = d.register_id AND l.assignment = d.assignment WHERE d.register_id = $1 AND d.person = $2;
