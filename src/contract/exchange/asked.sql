-- exchange_asked_add: a provider asks something
INSERT INTO exchange_asked (register_id, request, person, party, municipality, sort, reference, reason, words, asked_on, due_on, state,
	refusal, explained, verdict, verdict_fact, reply)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', '', '', '', 0, '');

-- exchange_asked_add_wish: one product of it
INSERT INTO exchange_wish (register_id, request, place, person, sort, assignment, product, amount, unit, frequency, from_day, last_day)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- exchange_asked_consider: it is being looked into, which the provider must hear
UPDATE exchange_asked SET state = 'considered', considered_on = $3, explained = $5, verdict = '2', verdict_fact = $4
WHERE register_id = $1 AND request = $2;

-- exchange_asked_refuse: it is refused, which the provider must hear
UPDATE exchange_asked SET state = 'refused', settled_on = $3, explained = $5, refusal = $6, verdict = '1', verdict_fact = $4
WHERE register_id = $1 AND request = $2;

-- exchange_asked_grant: it is granted; the orders say so
UPDATE exchange_asked SET state = 'granted', settled_on = $3, explained = $4, verdict = '', verdict_fact = 0
WHERE register_id = $1 AND request = $2;

-- exchange_asked_mark_order: an order grants a request, which its next message says
UPDATE exchange_order SET reference = $3, reference_in = '', changed = CASE WHEN state = 'placed' THEN changed ELSE $4 END
WHERE register_id = $1 AND assignment = $2;

-- exchange_asked_reply: the verdict left
UPDATE exchange_asked SET reply = $4, replied_on = $5,
	verdict = CASE WHEN verdict_fact = $3 THEN '' ELSE verdict END,
	verdict_fact = CASE WHEN verdict_fact = $3 THEN 0 ELSE verdict_fact END
WHERE register_id = $1 AND request = $2;

-- exchange_asked_of: one request
SELECT request, person, party, municipality, sort, reference, reason, words, state, refusal, explained, verdict, verdict_fact, reply,
	asked_on, due_on, considered_on, settled_on, replied_on
FROM exchange_asked WHERE register_id = $1 AND request = $2;

-- exchange_asked_about: what was asked about a person up to a day, newest first, with what was said up to then
SELECT request, person, party, municipality, sort, reference, reason, words,
	CASE WHEN settled_on <= $3 THEN state WHEN considered_on <= $3 THEN 'considered' ELSE 'open' END AS state,
	CASE WHEN settled_on <= $3 THEN refusal ELSE '' END AS refusal,
	CASE WHEN settled_on <= $3 OR considered_on <= $3 THEN explained ELSE '' END AS explained,
	verdict, verdict_fact, reply, asked_on, due_on,
	CASE WHEN considered_on <= $3 THEN considered_on END AS considered_on,
	CASE WHEN settled_on <= $3 THEN settled_on END AS settled_on,
	CASE WHEN replied_on <= $3 THEN replied_on END AS replied_on
FROM exchange_asked WHERE register_id = $1 AND person = $2 AND person <> 0 AND asked_on <= $3 ORDER BY request DESC;

-- exchange_asked_wishes: the products of a request
SELECT sort, assignment, product, amount, unit, frequency, from_day AS "from", last_day FROM exchange_wish
WHERE register_id = $1 AND request = $2 ORDER BY place;

-- exchange_asked_to_reply: the next requests of which a verdict has not left
SELECT request, person, party, municipality, sort, reference, reason, words, state, refusal, explained, verdict, verdict_fact, reply,
	asked_on, due_on, considered_on, settled_on, replied_on
FROM exchange_asked WHERE register_id = $1 AND verdict <> '' AND request > $2 ORDER BY request LIMIT 50;

-- exchange_asked_by_reply: the request that a message answered
SELECT request, person, party, municipality, sort, reference, reason, words, state, refusal, explained, verdict, verdict_fact, reply,
	asked_on, due_on, considered_on, settled_on, replied_on
FROM exchange_asked WHERE register_id = $1 AND reply = $2 ORDER BY request LIMIT 1;

-- exchange_asked_reference: was this reference of the party used before
SELECT 1 FROM exchange_asked WHERE register_id = $1 AND party = $2 AND reference = $3 LIMIT 1;

-- exchange_asked_is_open: has the party a request about the person that has no last answer
SELECT 1 FROM exchange_asked WHERE register_id = $1 AND person = $2 AND party = $3 AND state IN ('open', 'considered') LIMIT 1;

-- exchange_asked_waiting: the requests that have no last answer yet, the oldest first
SELECT request, person, party, municipality, sort, reference, reason, words, state, refusal, explained, verdict, verdict_fact, reply,
	asked_on, due_on, considered_on, settled_on, replied_on
FROM exchange_asked WHERE register_id = $1 AND state IN ('open', 'considered') ORDER BY due_on, request LIMIT 50;
