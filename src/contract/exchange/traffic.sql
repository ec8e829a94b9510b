-- exchange_traffic_add: a message came in or left; one that was refused may come again, and be taken then
INSERT INTO exchange_message (register_id, message, person, direction, sort, party, sender, municipality, identification, mark,
	on_day, passed_at, state, pair, answered_on, codes, assignment, request, claim, refused_lines, refusal, asked_again, sent_again)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 0, 0)
ON CONFLICT (register_id, direction, sort, sender, identification, mark) DO UPDATE SET
	state = excluded.state, person = excluded.person, party = excluded.party,
	pair = CASE WHEN excluded.pair = excluded.message + 1 THEN exchange_message.message + 1 ELSE excluded.pair END,
	answered_on = excluded.answered_on, codes = excluded.codes, assignment = excluded.assignment,
	request = excluded.request, claim = excluded.claim, refused_lines = excluded.refused_lines, refusal = excluded.refusal
WHERE exchange_message.state = 'refused' AND exchange_message.direction = 'in';

-- exchange_traffic_sent: the message of ours with that identification
SELECT message, person, party, assignment, request, claim FROM exchange_message
WHERE register_id = $1 AND direction = 'out' AND sort = $2 AND identification = $3 LIMIT 1;

-- exchange_traffic_answered: it was answered
UPDATE exchange_message SET state = CASE WHEN $4 = '' THEN 'answered' ELSE 'refused' END, codes = $4, pair = $3,
	answered_on = $5, refused_lines = $6, asked_again = 0 WHERE register_id = $1 AND message = $2;

-- exchange_traffic_order: whose order it is
SELECT person, party, municipality FROM exchange_order WHERE register_id = $1 AND assignment = $2;

-- exchange_traffic_request: who asked what we answer
SELECT party FROM exchange_asked WHERE register_id = $1 AND request = $2;

-- exchange_traffic_told: the provider said something of an order, so that it has the message with it
UPDATE exchange_message SET state = 'answered', answered_on = $3, asked_again = 0
WHERE register_id = $1 AND direction = 'out' AND sort = 'WMO301' AND state = 'waiting'
	AND identification = (SELECT message FROM exchange_order WHERE register_id = $1 AND assignment = $2);

-- exchange_traffic_laid: a claim that was made here lies with what came in, and did not leave
DELETE FROM exchange_message WHERE register_id = $1 AND direction = 'out' AND sort = 'WMO323' AND party = $2 AND identification = $3;

-- part exchange_traffic_rows: messages as they stood on the day $6
SELECT message, person, direction, sort, party, municipality, identification, mark, on_day, passed_at,
	CASE WHEN direction = 'out' AND answered_on > $6 THEN 'waiting' ELSE state END AS state,
	CASE WHEN answered_on > $6 THEN 0 ELSE pair END AS pair, CASE WHEN answered_on > $6 THEN NULL ELSE answered_on END AS answered_on,
	CASE WHEN answered_on > $6 THEN '' ELSE codes END AS codes, assignment, request, claim, refused_lines, refusal, asked_again,
	sent_again, again_on
FROM exchange_message

-- part exchange_traffic_asked: what is asked of them, from a place in the list on
(on_day, message) < ($2, $3) AND on_day >= $4 AND ($5 = '' OR direction = $5) AND on_day <= $6
	AND ($7 = '' OR identification = $7) AND ($8 = '' OR party = $8) AND ($9 = '' OR sort = $9)
	AND ($10 = '' OR ($10 = 'late' AND (state = 'waiting' OR answered_on > $6) AND direction = 'out'
			AND ((sort = 'WMO323' AND on_day <= $12) OR (sort <> 'WMO323' AND on_day <= $11)))
		OR CASE WHEN direction = 'out' AND answered_on > $6 THEN 'waiting' ELSE state END = $10)
ORDER BY on_day DESC, message DESC LIMIT $13

-- exchange_traffic_page: the next messages, the newest first
{exchange_traffic_rows}
WHERE register_id = $1 AND {exchange_traffic_asked};

-- exchange_traffic_named: those of an identification
{exchange_traffic_rows}
WHERE register_id = $1 AND identification = $7 AND {exchange_traffic_asked};

-- exchange_traffic_party: those of a provider
{exchange_traffic_rows}
WHERE register_id = $1 AND party = $8 AND {exchange_traffic_asked};

-- exchange_traffic_sort: those of a sort
{exchange_traffic_rows}
WHERE register_id = $1 AND sort = $9 AND {exchange_traffic_asked};

-- exchange_traffic_state: those that wait, or were refused, now
{exchange_traffic_rows}
WHERE register_id = $1 AND state = CASE WHEN $10 = 'late' THEN 'waiting' ELSE $10 END AND {exchange_traffic_asked};

-- exchange_traffic_one: one message
SELECT message, person, direction, sort, party, municipality, identification, mark, on_day, passed_at, state, pair, answered_on, codes,
	assignment, request, claim, refused_lines, refusal, asked_again, sent_again, again_on,
	COALESCE((SELECT a.name FROM access_account a WHERE a.register_id = $1 AND a.account = again_by), again_by) AS again_by
FROM exchange_message WHERE register_id = $1 AND message = $2;

-- exchange_traffic_reasons: why a message was refused as a whole
SELECT reasons FROM exchange_refused WHERE register_id = $1 AND content_mark = $2;

-- exchange_traffic_sent_as: the row of a message of ours
SELECT message FROM exchange_message
WHERE register_id = $1 AND direction = 'out' AND sort = $2 AND identification = $3 ORDER BY message DESC LIMIT 1;

-- exchange_traffic_received_as: the row of what came in
SELECT message FROM exchange_message WHERE register_id = $1 AND mark = $2 AND direction = 'in' ORDER BY message DESC LIMIT 1;

-- exchange_traffic_of_claim: the messages about a claim
SELECT message FROM exchange_message WHERE register_id = $1 AND claim = $2 AND sort IN ('WMO323', 'WMO325');

-- exchange_traffic_ask_again: a message of ours must leave once more
UPDATE exchange_message SET asked_again = $3, again_by = $4 WHERE register_id = $1 AND message = $2;

-- exchange_traffic_left_again: it did
UPDATE exchange_message SET asked_again = 0, sent_again = sent_again + 1, again_on = $3 WHERE register_id = $1 AND message = $2;

-- exchange_traffic_to_leave_again: the next ones that must leave once more
SELECT message, person, direction, sort, party, municipality, identification, mark, on_day, passed_at, state, pair, answered_on, codes,
	assignment, request, claim, refused_lines, refusal, asked_again, sent_again, again_on
FROM exchange_message WHERE register_id = $1 AND asked_again > 0 AND message > $2 ORDER BY message LIMIT 50;

-- exchange_traffic_ours_named: the messages of ours with an identification
SELECT message, person, direction, sort, party, municipality, identification, mark, on_day, passed_at, state, pair, answered_on, codes,
	assignment, request, claim, refused_lines, refusal, asked_again, sent_again, again_on
FROM exchange_message WHERE register_id = $1 AND identification = $2 AND direction = 'out' ORDER BY on_day DESC, message DESC LIMIT 50;
