-- triangle_add_question: a question was laid at a corner
INSERT INTO triangle_question (register_id, question, person, corner, subject, asked, asked_by, asked_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- triangle_add_turn: it was asked, answered, or its answer weighed
INSERT INTO triangle_turn (register_id, question, turn, turned_on, state, words, account) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- triangle_question: one question and where it stands
SELECT q.person, q.corner, q.asked_by, t.state FROM triangle_question q
JOIN triangle_turn t ON t.register_id = q.register_id AND t.question = q.question
WHERE q.register_id = $1 AND q.question = $2 ORDER BY t.turn DESC LIMIT 1;

-- triangle_lines: the questions of a corner, or of all with '', in a state on a day, newest first, below a number
SELECT q.question, q.person, q.corner, q.subject, q.asked, q.asked_by, COALESCE(b.name, q.asked_by) AS asked_by_name, t.state,
	q.asked_on, t.turned_on AS since,
	(SELECT w.words FROM triangle_turn w WHERE w.register_id = q.register_id AND w.question = q.question
		AND w.state = 'answered' AND w.turned_on <= $4 ORDER BY w.turn DESC LIMIT 1) AS answer,
	(SELECT COALESCE(a.name, w.account) FROM triangle_turn w
		LEFT JOIN access_account a ON a.register_id = w.register_id AND a.account = w.account
		WHERE w.register_id = q.register_id AND w.question = q.question
		AND w.state = 'answered' AND w.turned_on <= $4 ORDER BY w.turn DESC LIMIT 1) AS answered_by,
	(SELECT w.words FROM triangle_turn w WHERE w.register_id = q.register_id AND w.question = q.question
		AND w.state = 'open' AND w.words <> '' AND w.turned_on <= $4 ORDER BY w.turn DESC LIMIT 1) AS weighed
FROM triangle_question q
JOIN triangle_turn t ON t.register_id = q.register_id AND t.question = q.question AND t.turn = (
	SELECT MAX(m.turn) FROM triangle_turn m WHERE m.register_id = q.register_id AND m.question = q.question AND m.turned_on <= $4)
LEFT JOIN access_account b ON b.register_id = q.register_id AND b.account = q.asked_by
WHERE q.register_id = $1 AND (q.corner = $2 OR $2 = '') AND t.state = $3 AND q.question < $5
ORDER BY q.question DESC LIMIT 50;

-- triangle_count: how many that are
SELECT COUNT(*) FROM triangle_question q
JOIN triangle_turn t ON t.register_id = q.register_id AND t.question = q.question AND t.turn = (
	SELECT MAX(m.turn) FROM triangle_turn m WHERE m.register_id = q.register_id AND m.question = q.question AND m.turned_on <= $4)
WHERE q.register_id = $1 AND (q.corner = $2 OR $2 = '') AND t.state = $3;

-- triangle_returned: how many questions of somebody have an answer that was not yet weighed
SELECT COUNT(*) FROM triangle_question q
JOIN triangle_turn t ON t.register_id = q.register_id AND t.question = q.question AND t.turn = (
	SELECT MAX(m.turn) FROM triangle_turn m WHERE m.register_id = q.register_id AND m.question = q.question AND m.turned_on <= $3)
WHERE q.register_id = $1 AND q.asked_by = $2 AND t.state = 'answered';
