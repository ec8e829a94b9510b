-- request_add: somebody asked something
INSERT INTO request_request (register_id, request, person, sort, words, better, by_whom, asked_on, due_on, outcome, answer, answered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '', '');

-- request_open: when a person asked that, what became of it, and whether it was to erase
SELECT asked_on, outcome, CASE WHEN sort = 'erasure' THEN 1 ELSE 0 END FROM request_request WHERE register_id = $1 AND request = $2 AND person = $3;

-- request_answer: it was answered
UPDATE request_request SET outcome = $3, answer = $4, answered_on = $5, answered_by = $6 WHERE register_id = $1 AND request = $2;

-- request_lines_of: what a person asked up to a day, newest first, with the answers up to then
SELECT r.request, r.sort, r.words, r.better, r.by_whom AS by, r.asked_on, r.due_on,
	CASE WHEN r.sort = 'erasure' THEN 1 ELSE 0 END AS is_erasure,
	CASE WHEN r.answered_on <= $3 THEN r.answered_on END AS answered_on,
	CASE WHEN r.answered_on <= $3 THEN r.outcome ELSE '' END AS outcome,
	CASE WHEN r.answered_on <= $3 THEN r.answer ELSE '' END AS answer,
	CASE WHEN r.answered_on <= $3 THEN COALESCE(a.name, r.answered_by) ELSE '' END AS answered_by
FROM request_request r
LEFT JOIN access_account a ON a.register_id = r.register_id AND a.account = r.answered_by
WHERE r.register_id = $1 AND r.person = $2 AND r.asked_on <= $3 ORDER BY r.request DESC;
