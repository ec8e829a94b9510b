-- safety_add_complaint: somebody complained
INSERT INTO safety_complaint (register_id, complaint, person, party, theme, words, received_on, due_on, look_back_on,
	answered_on, finding, answer, looked_back_on, turn, turn_words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '9999-12-31', '', '', '9999-12-31', '', '');

-- safety_answer_complaint: it was answered
UPDATE safety_complaint SET answered_on = $3, finding = $4, answer = $5 WHERE register_id = $1 AND complaint = $2;

-- safety_look_back: somebody came back to it
UPDATE safety_complaint SET looked_back_on = $3, turn = $4, turn_words = $5 WHERE register_id = $1 AND complaint = $2;

-- safety_complaint: one complaint
SELECT complaint, person, party, theme, words, finding, answer, turn, turn_words, received_on, due_on, look_back_on, answered_on,
	looked_back_on
FROM safety_complaint WHERE register_id = $1 AND complaint = $2;

-- safety_complaints: those in a state on a day, newest first, below a number
SELECT complaint, person, party, theme, words, finding, answer, turn, turn_words, received_on, due_on, look_back_on, answered_on,
	looked_back_on
FROM safety_complaint WHERE register_id = $1 AND received_on <= $2 AND complaint < $4
	AND CASE WHEN looked_back_on <= $2 THEN 'looked_back' WHEN answered_on <= $2 THEN 'answered' ELSE 'open' END = $3
ORDER BY complaint DESC LIMIT 50;

-- safety_complaints_count: how many that are
SELECT COUNT(*) FROM safety_complaint WHERE register_id = $1 AND received_on <= $2
	AND CASE WHEN looked_back_on <= $2 THEN 'looked_back' WHEN answered_on <= $2 THEN 'answered' ELSE 'open' END = $3;

-- safety_complaints_of: those of a person up to a day, newest first
SELECT complaint, person, party, theme, words, finding, answer, turn, turn_words, received_on, due_on, look_back_on, answered_on,
	looked_back_on
FROM safety_complaint WHERE register_id = $1 AND person = $2 AND received_on <= $3 ORDER BY complaint DESC;

-- safety_complaint_counts: how many about whom and what, up to a day
SELECT party, theme, COUNT(*) AS complaints, SUM(CASE WHEN answered_on > $2 THEN 1 ELSE 0 END) AS unanswered
FROM safety_complaint WHERE register_id = $1 AND received_on <= $2 GROUP BY party, theme ORDER BY party, theme;

-- safety_add_incident: something happened while help was given
INSERT INTO safety_incident (register_id, incident, person, assignment, party, sort, words, happened_on, known_on, notice_due_on,
	inquiry_due_on, concluded_on, outcome, measures)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '9999-12-31', '', '');

-- safety_add_telling: who must hear of it
INSERT INTO safety_telling (register_id, incident, place, who, told_on) VALUES ($1, $2, $3, $4, '9999-12-31');

-- safety_tell: somebody was told
UPDATE safety_telling SET told_on = $4 WHERE register_id = $1 AND incident = $2 AND who = $3;

-- safety_conclude: the inquiry is done
UPDATE safety_incident SET concluded_on = $3, outcome = $4, measures = $5 WHERE register_id = $1 AND incident = $2;

-- safety_incident: one incident
SELECT incident, person, assignment, party, sort, words, happened_on, known_on, notice_due_on, inquiry_due_on, concluded_on, outcome,
	measures
FROM safety_incident WHERE register_id = $1 AND incident = $2;

-- safety_incidents: those up to a day, open (o) or concluded (c), newest first, below a number; of a party ('' for all) those of which it must hear
SELECT i.incident, i.person, i.assignment, i.party, i.sort, i.words, i.happened_on, i.known_on, i.notice_due_on, i.inquiry_due_on,
	i.concluded_on, i.outcome, i.measures
FROM safety_incident i WHERE i.register_id = $1 AND i.known_on <= $2 AND i.incident < $4
	AND CASE WHEN i.concluded_on <= $2 THEN 'concluded' ELSE 'open' END = $3
	AND ($5 = '' OR i.party = $5 OR EXISTS (SELECT 1 FROM safety_telling t
		WHERE t.register_id = i.register_id AND t.incident = i.incident AND t.who = $5 AND t.told_on <= $2))
ORDER BY i.incident DESC LIMIT 50;

-- safety_incidents_count: how many that are
SELECT COUNT(*) FROM safety_incident i WHERE i.register_id = $1 AND i.known_on <= $2
	AND CASE WHEN i.concluded_on <= $2 THEN 'concluded' ELSE 'open' END = $3
	AND ($4 = '' OR i.party = $4 OR EXISTS (SELECT 1 FROM safety_telling t
		WHERE t.register_id = i.register_id AND t.incident = i.incident AND t.who = $4 AND t.told_on <= $2));

-- safety_tellings: who must hear of an incident, from whoever came upwards
SELECT place, who, told_on FROM safety_telling WHERE register_id = $1 AND incident = $2 ORDER BY place;

-- safety_add_step: a step of the abuse protocol
INSERT INTO safety_step (register_id, protocol, step, person, taken_on, words, asked, outcome, account, fact)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- safety_steps: the steps of one, in order
SELECT s.protocol, s.step, s.person, s.taken_on, s.words, s.asked, s.outcome, s.account, COALESCE(a.name, s.account) AS name
FROM safety_step s LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.account
WHERE s.register_id = $1 AND s.protocol = $2 ORDER BY s.step;

-- safety_protocols: their last steps up to a day, newest first; of an account ('' for all) those in which it took a step
SELECT s.protocol, s.step, s.person, s.taken_on, s.words, s.asked, s.outcome, s.account, COALESCE(a.name, s.account) AS name
FROM safety_step s LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.account
WHERE s.register_id = $1 AND s.taken_on <= $2
	AND s.step = (SELECT MAX(l.step) FROM safety_step l WHERE l.register_id = s.register_id AND l.protocol = s.protocol AND l.taken_on <= $2)
	AND ($3 = '' OR EXISTS (SELECT 1 FROM safety_step m WHERE m.register_id = s.register_id AND m.protocol = s.protocol AND m.account = $3))
ORDER BY s.protocol DESC;


-- safety_open_complaint: whether a complaint of a person is not answered yet on a day
SELECT 1 FROM safety_complaint WHERE register_id = $1 AND person = $2 AND answered_on > $3 LIMIT 1;

-- safety_open_incident: whether an incident with a person is not concluded yet on a day
SELECT 1 FROM safety_incident WHERE register_id = $1 AND person = $2 AND concluded_on > $3 LIMIT 1;
