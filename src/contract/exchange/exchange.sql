-- exchange_place: an order stands
INSERT INTO exchange_order (register_id, assignment, person, placed, placed_on, party, product, amount, unit, frequency,
	valid_from, valid_until, decided_at, state, message)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'placed', '');

-- exchange_order: an order by its number
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again, answered_on, changed, change_reason, message_on,
	reference, reference_in
FROM exchange_order WHERE register_id = $1 AND assignment = $2;

-- exchange_order_by_message: an order that left in a message; those of one message are of one client and party
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again, answered_on, changed, change_reason, message_on,
	reference, reference_in
FROM exchange_order WHERE register_id = $1 AND message = $2 ORDER BY assignment LIMIT 1;

-- exchange_orders_in_state: the next orders in a state
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again, answered_on, changed, change_reason, message_on,
	reference, reference_in
FROM exchange_order WHERE register_id = $1 AND state = $2 AND assignment > $3 ORDER BY assignment LIMIT 50;

-- exchange_orders_to_send: the next orders that never left, or of which a change has not
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again, answered_on, changed, change_reason, message_on,
	reference, reference_in
FROM exchange_order
WHERE register_id = $1 AND assignment > $2 AND (state = 'placed' OR changed <> 0) ORDER BY assignment LIMIT 50;

-- exchange_orders_at: all orders for a person at a party
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again, answered_on, changed, change_reason, message_on,
	reference, reference_in
FROM exchange_order WHERE register_id = $1 AND person = $2 AND party = $3 ORDER BY assignment;

-- exchange_set_sent: the order left; one that had left before stands where it stood
UPDATE exchange_order SET state = CASE WHEN state = 'placed' THEN 'sent' ELSE state END, message = $3,
	sent_on = COALESCE(sent_on, $4), message_on = $4, changed = 0,
	reference_in = CASE WHEN reference <> '' AND reference_in = '' THEN $3 ELSE reference_in END
WHERE register_id = $1 AND assignment = $2 AND (state = 'placed' OR changed <> 0);

-- exchange_set_answered: what the provider said to the order; with codes it did not take it
UPDATE exchange_order SET refused = $3, answered_on = $4 WHERE register_id = $1 AND assignment = $2;

-- exchange_end_refusal: the provider takes the order after all
UPDATE exchange_order SET refused = '' WHERE register_id = $1 AND assignment = $2;

-- exchange_send_again: a refused order waits for sending, in a message of its own
UPDATE exchange_order SET refused = '', again = $3, state = 'placed', message = '', sent_on = NULL, answered_on = NULL
WHERE register_id = $1 AND assignment = $2;

-- exchange_add_report: the provider said something of an order
INSERT INTO exchange_report (register_id, assignment, fact, sort, state, from_day, reason, message)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- exchange_drop_report: what it said did not happen
DELETE FROM exchange_report WHERE register_id = $1 AND assignment = $2 AND fact = $3;

-- exchange_follow_reports: the order stands where the last report says, and began with the first start
UPDATE exchange_order SET
	state = COALESCE((SELECT r.state FROM exchange_report r WHERE r.register_id = $1 AND r.assignment = $2 AND r.state <> ''
		ORDER BY r.fact DESC LIMIT 1), CASE WHEN sent_on IS NULL THEN 'placed' ELSE 'sent' END),
	started_on = (SELECT MIN(r.from_day) FROM exchange_report r
		WHERE r.register_id = $1 AND r.assignment = $2 AND r.sort = 'started')
WHERE register_id = $1 AND assignment = $2;

-- exchange_reports: what a provider said of an order, oldest first
SELECT fact, sort, state, from_day, reason, message FROM exchange_report
WHERE register_id = $1 AND assignment = $2 ORDER BY fact;

-- exchange_set_ended: it ends before the day that the provider was told
UPDATE exchange_order SET ended_on = $3, changed = $4, change_reason = $5 WHERE register_id = $1 AND assignment = $2;

-- exchange_drop: an order that never left, and has no day any more
DELETE FROM exchange_order WHERE register_id = $1 AND assignment = $2 AND valid_from >= $3;

-- exchange_shorten: an order that never left, and ends earlier
UPDATE exchange_order SET valid_until = $3 WHERE register_id = $1 AND assignment = $2 AND valid_from < $3;

-- exchange_remember: a message came in
INSERT INTO exchange_received (register_id, sender, sort, message, content_mark, fact) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING;

-- exchange_received: did this message come in before
SELECT content_mark FROM exchange_received WHERE register_id = $1 AND sender = $2 AND sort = $3 AND message = $4;

-- exchange_orders_on: the next orders that were in a state on a day; the row is as the order stands now
SELECT o.assignment, o.person, o.placed, o.placed_on, o.party, o.product, o.amount, o.unit, o.frequency, o.valid_from,
	o.valid_until, o.decided_at, o.message, o.sent_on, o.started_on, o.ended_on, o.refused, o.again, o.answered_on, o.changed,
	o.change_reason, o.message_on, o.reference, o.reference_in, $2 AS state
FROM exchange_order o
WHERE o.register_id = $1 AND o.placed_on <= $4 AND o.assignment > $3
	AND COALESCE((SELECT r.state FROM exchange_report r WHERE r.register_id = o.register_id AND r.assignment = o.assignment
		AND r.state <> '' AND r.from_day <= $4 ORDER BY r.fact DESC LIMIT 1),
		CASE WHEN o.sent_on <= $4 THEN 'sent' ELSE 'placed' END) = $2
ORDER BY o.assignment LIMIT 50;

-- exchange_order_on: an order by its number, with where it stood on a day
SELECT o.assignment, o.person, o.placed, o.placed_on, o.party, o.product, o.amount, o.unit, o.frequency, o.valid_from,
	o.valid_until, o.decided_at, o.message, o.sent_on, o.started_on, o.ended_on, o.refused, o.again, o.answered_on, o.changed,
	o.change_reason, o.message_on, o.reference, o.reference_in, COALESCE((SELECT r.state FROM exchange_report r WHERE r.register_id = o.register_id AND r.assignment = o.assignment
		AND r.state <> '' AND r.from_day <= $3 ORDER BY r.fact DESC LIMIT 1),
		CASE WHEN o.sent_on <= $3 THEN 'sent' ELSE 'placed' END) AS state
FROM exchange_order o WHERE o.register_id = $1 AND o.assignment = $2;

-- exchange_counts_on: how many orders each state had on a day
SELECT s.state, COUNT(*) AS orders FROM (
	SELECT COALESCE((SELECT r.state FROM exchange_report r WHERE r.register_id = o.register_id AND r.assignment = o.assignment
		AND r.state <> '' AND r.from_day <= $2 ORDER BY r.fact DESC LIMIT 1),
		CASE WHEN o.sent_on <= $2 THEN 'sent' ELSE 'placed' END) AS state
	FROM exchange_order o WHERE o.register_id = $1 AND o.placed_on <= $2) s GROUP BY s.state;

-- exchange_counts: how many orders each state has
SELECT state, COUNT(*) AS orders FROM exchange_order WHERE register_id = $1 GROUP BY state;

-- exchange_add_refused: a message was refused; the same one again is on the list again
INSERT INTO exchange_refused (register_id, content_mark, fact, refused_on, sender, sort, message, reasons, settled_on, assignment)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, $9)
ON CONFLICT (register_id, content_mark) DO UPDATE SET fact = excluded.fact, refused_on = excluded.refused_on,
	reasons = excluded.reasons, settled_on = NULL;

-- exchange_settle_refused: somebody acted on it
UPDATE exchange_refused SET settled_on = $3 WHERE register_id = $1 AND fact = $2;

-- exchange_open_refusal: whether a refusal is open
SELECT 1 FROM exchange_refused WHERE register_id = $1 AND fact = $2 AND settled_on IS NULL;

-- exchange_refusal_of: whether the refusal of a file is open
SELECT 1 FROM exchange_refused WHERE register_id = $1 AND content_mark = $2 AND settled_on IS NULL;

-- exchange_refusals: the next refusals that were open on a day, oldest first
SELECT fact, refused_on, sender, sort, message, reasons, assignment FROM exchange_refused
WHERE register_id = $1 AND refused_on <= $2 AND (settled_on IS NULL OR settled_on > $2) AND fact > $3 ORDER BY fact LIMIT 50;

-- exchange_take_in: an order of a municipality came in, or changed
INSERT INTO exchange_order (register_id, assignment, person, placed, placed_on, party, product, amount, unit, frequency,
	valid_from, valid_until, decided_at, state, message, sent_on, message_on, change_reason, municipality, ended_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'sent', $14, $5, $5, $15, $16, $17)
ON CONFLICT (register_id, assignment) DO UPDATE SET amount = excluded.amount, unit = excluded.unit,
	frequency = excluded.frequency, message = excluded.message, message_on = excluded.message_on,
	valid_until = excluded.valid_until, change_reason = excluded.change_reason,
	ended_on = excluded.ended_on
WHERE exchange_order.municipality = excluded.municipality;

-- exchange_municipality: who ordered
SELECT municipality FROM exchange_order WHERE register_id = $1 AND assignment = $2;

-- exchange_reports_to_send: the next reports of a municipality's orders that have not left
SELECT r.assignment, r.fact, r.sort, r.from_day, r.reason, r.undoes, r.undoes_start, r.undoes_day FROM exchange_report r
JOIN exchange_order o ON o.register_id = r.register_id AND o.assignment = r.assignment
WHERE r.register_id = $1 AND r.fact > $2 AND r.sent_in = '' AND ((r.state <> '' AND r.state <> 'declined') OR r.undoes <> '')
	AND o.municipality <> ''
ORDER BY r.fact LIMIT 50;

-- exchange_report_left: whether a report left in a message that was not refused
SELECT 1 FROM exchange_report
WHERE register_id = $1 AND assignment = $2 AND fact = $3 AND sent_in <> '' AND (answer = '' OR answer = 'accepted');

-- exchange_set_undoes: a withdrawal of what had left is to be told too
UPDATE exchange_report SET undoes = $4, undoes_start = $5, undoes_day = $6 WHERE register_id = $1 AND assignment = $2 AND fact = $3;

-- exchange_set_report_sent: it left
UPDATE exchange_report SET sent_in = $4 WHERE register_id = $1 AND assignment = $2 AND fact = $3;

-- exchange_set_report_answer: what the municipality said to it
UPDATE exchange_report SET answer = $4 WHERE register_id = $1 AND assignment = $2 AND fact = $3;

-- exchange_report_by_message: the report that left in a message
SELECT assignment, fact, sort, from_day, reason, undoes, undoes_start, undoes_day FROM exchange_report
WHERE register_id = $1 AND sent_in = $2;

-- exchange_forget_received: a message that spoke of somebody who is erased is remembered by the next it spoke of
UPDATE exchange_received SET fact = COALESCE((
	SELECT MIN(r.fact) FROM exchange_report r
	WHERE r.register_id = $1 AND r.message = exchange_received.message AND r.fact > exchange_received.fact
		AND NOT EXISTS (SELECT 1 FROM exchange_order o
			WHERE o.register_id = $1 AND o.assignment = r.assignment AND o.person = $2)), 0)
WHERE register_id = $1 AND fact IN (
	SELECT r.fact FROM exchange_report r
	JOIN exchange_order o ON o.register_id = r.register_id AND o.assignment = r.assignment
	WHERE r.register_id = $1 AND o.person = $2);

-- exchange_forget_message: or is not remembered, where it spoke of nobody else
DELETE FROM exchange_received WHERE register_id = $1 AND fact = 0;

-- exchange_orders_of_party: the orders of a party that began before a day, as it was told them
SELECT o.assignment, o.person, o.amount, o.party, o.product, o.unit, o.frequency, o.municipality, v.initials, v.prefix,
	v.surname, CASE WHEN v.bsn_mark IS NULL THEN 0 ELSE 1 END AS has_bsn, o.valid_from,
	CASE WHEN o.ended_on IS NULL OR o.changed <> 0 THEN o.valid_until WHEN o.ended_on < o.valid_from THEN o.valid_from
		ELSE o.ended_on END AS valid_until, o.started_on
FROM exchange_order o
LEFT JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person
WHERE o.register_id = $1 AND o.party = $2 AND o.valid_from < $3 AND o.state <> 'declined'
	AND COALESCE(o.sent_on, o.answered_on, o.started_on) IS NOT NULL
ORDER BY o.assignment;

-- exchange_order_of_party: one order, as its party was told it
SELECT o.assignment, o.person, o.amount, o.party, o.product, o.unit, o.frequency, o.municipality, v.initials, v.prefix,
	v.surname, CASE WHEN v.bsn_mark IS NULL THEN 0 ELSE 1 END AS has_bsn, o.valid_from,
	CASE WHEN o.ended_on IS NULL OR o.changed <> 0 THEN o.valid_until WHEN o.ended_on < o.valid_from THEN o.valid_from
		ELSE o.ended_on END AS valid_until, o.started_on
FROM exchange_order o
LEFT JOIN person_vault v ON v.register_id = o.register_id AND v.person = o.person
WHERE o.register_id = $1 AND o.assignment = $2 AND o.state <> 'declined'
	AND COALESCE(o.sent_on, o.answered_on, o.started_on) IS NOT NULL;

-- exchange_unanswered: the messages with orders of which no answer came since they left, oldest first
SELECT message, party, MIN(assignment) AS assignment, MIN(message_on) AS sent_on FROM exchange_order
WHERE register_id = $1 AND state = 'sent' AND municipality = '' AND refused = '' AND (answered_on IS NULL OR answered_on < message_on)
GROUP BY message, party ORDER BY MIN(message_on), message LIMIT 50;
