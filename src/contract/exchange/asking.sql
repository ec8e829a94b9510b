-- exchange_asking_add: a provider asks something of a municipality
INSERT INTO exchange_asking (register_id, asking, person, party, municipality, sort, reference, reason, assignment, kept, product,
	amount, unit, frequency, from_day, last_day, decision, decided_on, referrer, words, asked_on, state, message, codes, refusal,
	granted_in)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 'made', '', '', '', '');

-- exchange_asking_send: it left
UPDATE exchange_asking SET message = $3, sent_on = $4, state = CASE WHEN state = 'made' THEN 'sent' ELSE state END
WHERE register_id = $1 AND asking = $2;

-- exchange_asking_reject: the municipality could not take the message, so it counts as not sent
UPDATE exchange_asking SET state = 'rejected', codes = $3, settled_on = $4 WHERE register_id = $1 AND asking = $2;

-- exchange_asking_hear: it is being looked into, or refused
UPDATE exchange_asking SET state = $3, refusal = $4, considered_on = COALESCE($5, considered_on), settled_on = $6
WHERE register_id = $1 AND asking = $2;

-- exchange_asking_grant: an order grants it
UPDATE exchange_asking SET state = 'granted', granted_in = $5, settled_on = $6
WHERE register_id = $1 AND party = $2 AND municipality = $3 AND reference = $4;

-- exchange_asking_mark_order: and says so
UPDATE exchange_order SET reference = $3, reference_in = $4 WHERE register_id = $1 AND assignment = $2;

-- exchange_askings_to_send: the next that wait for their message
SELECT asking, person, party, municipality, sort, reference, reason, assignment, kept, product, amount, unit, frequency,
	from_day AS "from", last_day, decision, decided_on, referrer, words, state, message, codes, refusal, granted_in,
	asked_on, sent_on, considered_on, settled_on
FROM exchange_asking WHERE register_id = $1 AND state = 'made' AND asking > $2 ORDER BY asking LIMIT 50;

-- exchange_asking_sent_as: what left in a message of that identification
SELECT asking, person, party, municipality, sort, reference, reason, assignment, kept, product, amount, unit, frequency,
	from_day AS "from", last_day, decision, decided_on, referrer, words, state, message, codes, refusal, granted_in,
	asked_on, sent_on, considered_on, settled_on
FROM exchange_asking WHERE register_id = $1 AND message = $2;

-- exchange_asking_by_reference: what a party asked of a municipality under a reference
SELECT asking, person, party, municipality, sort, reference, reason, assignment, kept, product, amount, unit, frequency,
	from_day AS "from", last_day, decision, decided_on, referrer, words, state, message, codes, refusal, granted_in,
	asked_on, sent_on, considered_on, settled_on
FROM exchange_asking WHERE register_id = $1 AND party = $2 AND municipality = $3 AND reference = $4;

-- exchange_askings_of: what a party asked up to a day, newest first, and how that stood then; where the municipality works in the
-- same register, as it has it, and with what came there in messages
SELECT a.asking, a.person, a.party, a.municipality, a.sort, a.reference, a.reason, a.assignment, a.kept, a.product, a.amount,
	a.unit, a.frequency, a.from_day AS "from", a.last_day, a.decision, a.decided_on, a.referrer, a.words,
	CASE WHEN a.settled_on <= $3 THEN a.state WHEN k.settled_on <= $3 THEN k.state
		WHEN x.refused_on <= $3 THEN 'rejected'
		WHEN a.considered_on <= $3 OR k.considered_on <= $3 THEN 'considered'
		WHEN a.sent_on <= $3 THEN 'sent' ELSE 'made' END AS state,
	a.message, CASE WHEN a.settled_on <= $3 THEN a.codes ELSE '' END AS codes,
	CASE WHEN a.settled_on <= $3 THEN a.refusal WHEN k.settled_on <= $3 THEN k.refusal ELSE '' END AS refusal, a.granted_in,
	a.asked_on, CASE WHEN a.sent_on <= $3 THEN a.sent_on END AS sent_on,
	CASE WHEN COALESCE(a.considered_on, k.considered_on) <= $3 THEN COALESCE(a.considered_on, k.considered_on) END AS considered_on,
	CASE WHEN COALESCE(a.settled_on, k.settled_on, x.refused_on) <= $3
		THEN COALESCE(a.settled_on, k.settled_on, x.refused_on) END AS settled_on
FROM exchange_asking a
LEFT JOIN exchange_asked k ON k.register_id = a.register_id AND k.party = a.party AND k.reference = a.reference
LEFT JOIN (SELECT register_id, sort, message, MAX(refused_on) AS refused_on FROM exchange_refused
	WHERE register_id = $1 AND sort IN ('WMO315', 'WMO317') GROUP BY register_id, sort, message) x
	ON a.message <> '' AND x.message = a.message
WHERE a.register_id = $1 AND a.party = $2 AND a.asked_on <= $3
UNION ALL
SELECT k.request AS asking, k.person, k.party, k.municipality, k.sort, k.reference, k.reason, COALESCE(w.assignment, 0), '',
	COALESCE(w.product, ''), COALESCE(w.amount, 0), COALESCE(w.unit, ''), COALESCE(w.frequency, ''), w.from_day, w.last_day, 0, NULL, '', '',
	CASE WHEN k.settled_on <= $3 THEN k.state WHEN k.considered_on <= $3 THEN 'considered' ELSE 'sent' END, '', '',
	CASE WHEN k.settled_on <= $3 THEN k.refusal ELSE '' END, '', k.asked_on, k.asked_on,
	CASE WHEN k.considered_on <= $3 THEN k.considered_on END, CASE WHEN k.settled_on <= $3 THEN k.settled_on END
FROM exchange_asked k
LEFT JOIN exchange_wish w ON w.register_id = k.register_id AND w.request = k.request AND w.place = (SELECT MIN(f.place)
	FROM exchange_wish f WHERE f.register_id = k.register_id AND f.request = k.request AND f.sort <> 'kept')
WHERE k.register_id = $1 AND k.party = $2 AND k.person <> 0 AND k.asked_on <= $3 AND NOT EXISTS (SELECT 1 FROM exchange_asking o
	WHERE o.register_id = k.register_id AND o.party = k.party AND o.reference = k.reference)
ORDER BY asking DESC LIMIT 200;

-- exchange_asking_is_open: has the party asked something about the person to which there is no last answer
SELECT 1 FROM exchange_asking a
LEFT JOIN exchange_asked k ON k.register_id = a.register_id AND k.party = a.party AND k.reference = a.reference
WHERE a.register_id = $1 AND a.person = $2 AND a.party = $3 AND a.state IN ('made', 'sent', 'considered')
	AND (k.state IS NULL OR k.state IN ('open', 'considered'))
	AND NOT EXISTS (SELECT 1 FROM exchange_refused x WHERE x.register_id = a.register_id AND x.sort IN ('WMO315', 'WMO317')
		AND x.message = a.message) LIMIT 1;

-- exchange_asking_orders_here: whether a register has orders of its own, so it is a municipality's
SELECT 1 FROM exchange_order WHERE register_id = $1 AND municipality = '' LIMIT 1;

-- exchange_own_orders: in a provider's own register, the next orders that it got by a day, newest first, as they stood then
SELECT o.assignment, o.person, o.placed, o.placed_on, o.party, o.product, o.amount, o.unit, o.frequency, o.valid_from,
	o.valid_until, o.decided_at, o.message, o.sent_on, o.started_on, o.ended_on, o.refused, o.again, o.answered_on, o.changed,
	o.change_reason, o.message_on, o.reference, o.reference_in, COALESCE((SELECT r.state FROM exchange_report r
		WHERE r.register_id = o.register_id AND r.assignment = o.assignment AND r.state <> '' AND r.from_day <= $3
		ORDER BY r.fact DESC LIMIT 1), 'sent') AS state
FROM exchange_order o
WHERE o.register_id = $1 AND o.party = $2 AND o.municipality <> '' AND o.placed_on <= $3 AND o.assignment < $4
ORDER BY o.assignment DESC LIMIT 50;

-- exchange_own_reports: what was said of an order up to a day, and how the municipality took it, oldest first
SELECT fact, sort, state, from_day, reason, message, sent_in, answer FROM exchange_report
WHERE register_id = $1 AND assignment = $2 AND from_day <= $3 ORDER BY fact;
