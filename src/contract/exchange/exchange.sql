-- exchange_place: an order stands
INSERT INTO exchange_order (register_id, assignment, person, placed, placed_on, party, product, amount, unit, frequency,
	valid_from, valid_until, decided_at, state, message)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'placed', '');

-- exchange_order: an order by its number
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again
FROM exchange_order WHERE register_id = $1 AND assignment = $2;

-- exchange_order_by_message: an order that left in a message; those of one message are of one client and party
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again
FROM exchange_order WHERE register_id = $1 AND message = $2 ORDER BY assignment LIMIT 1;

-- exchange_orders_in_state: the next orders in a state
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again
FROM exchange_order WHERE register_id = $1 AND state = $2 AND assignment > $3 ORDER BY assignment LIMIT 50;

-- exchange_orders_at: all orders for a person at a party
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, ended_on, refused, again
FROM exchange_order WHERE register_id = $1 AND person = $2 AND party = $3 ORDER BY assignment;

-- exchange_set_sent: the order left
UPDATE exchange_order SET state = 'sent', message = $3, sent_on = $4
WHERE register_id = $1 AND assignment = $2 AND state = 'placed';

-- exchange_set_refused: what the provider said to the order
UPDATE exchange_order SET refused = $3 WHERE register_id = $1 AND assignment = $2;

-- exchange_end_refusal: the provider takes the order after all
UPDATE exchange_order SET refused = '' WHERE register_id = $1 AND assignment = $2;

-- exchange_send_again: a refused order waits for sending, in a message of its own
UPDATE exchange_order SET refused = '', again = $3, state = 'placed', message = '', sent_on = NULL
WHERE register_id = $1 AND assignment = $2;

-- exchange_set_started: the provider began
UPDATE exchange_order SET state = 'started', started_on = $3, refused = '' WHERE register_id = $1 AND assignment = $2;

-- exchange_set_ended: it ends before the day that the provider was told
UPDATE exchange_order SET ended_on = $3 WHERE register_id = $1 AND assignment = $2;

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
SELECT assignment, person, placed, placed_on, party, product, amount, unit, frequency, valid_from, valid_until, decided_at,
	state, message, sent_on, started_on, refused, again
FROM exchange_order
WHERE register_id = $1 AND placed_on <= $4 AND assignment > $3
	AND CASE WHEN started_on <= $4 THEN 'started' WHEN sent_on <= $4 THEN 'sent' ELSE 'placed' END = $2
ORDER BY assignment LIMIT 50;

-- exchange_counts_on: how many orders each state had on a day
SELECT CASE WHEN started_on <= $2 THEN 'started' WHEN sent_on <= $2 THEN 'sent' ELSE 'placed' END AS state,
	COUNT(*) AS orders
FROM exchange_order WHERE register_id = $1 AND placed_on <= $2 GROUP BY 1;

-- exchange_counts: how many orders each state has
SELECT state, COUNT(*) AS orders FROM exchange_order WHERE register_id = $1 GROUP BY state;
