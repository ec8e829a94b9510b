-- desk_add_report: a report came in
INSERT INTO desk_report (register_id, report, person, area, asked, channel, received_on, due_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- desk_add_contact: owner and contact person from this day, unless somebody has them already
INSERT INTO desk_contact (register_id, person, valid_from, valid_until, owner, team, contact)
SELECT $1, $2, $3, $4, $5, $6, $7
WHERE NOT EXISTS (SELECT 1 FROM desk_contact WHERE register_id = $1 AND person = $2);

-- desk_move_contact_back: a report from before the first day moves that day back
UPDATE desk_contact SET valid_from = $3
WHERE register_id = $1 AND person = $2 AND valid_from > $3
	AND valid_from = (SELECT MIN(valid_from) FROM desk_contact WHERE register_id = $1 AND person = $2);

-- desk_report: a report by its number
SELECT report, person, area, asked, channel, received_on, due_on FROM desk_report WHERE register_id = $1 AND report = $2;

-- desk_reports_of: all reports of a person, newest first
SELECT report, person, area, asked, channel, received_on, due_on FROM desk_report
WHERE register_id = $1 AND person = $2 ORDER BY report DESC;

-- desk_contact_on: owner and contact person on a day; before the first day, those of the first day
SELECT owner, team, contact, valid_from FROM desk_contact
WHERE register_id = $1 AND person = $2 AND valid_until > $3 ORDER BY valid_from LIMIT 1;

-- desk_contacts_of: all periods of owner and contact person, oldest first
SELECT owner, team, contact, valid_from, valid_until FROM desk_contact
WHERE register_id = $1 AND person = $2 ORDER BY valid_from;

-- desk_split: the period of a client around a day goes on behind that day as a period of its own
INSERT INTO desk_contact (register_id, person, valid_from, valid_until, owner, team, contact)
SELECT register_id, person, $3, valid_until, owner, team, contact FROM desk_contact
WHERE register_id = $1 AND person = $2 AND valid_from < $3 AND valid_until > $3;

-- desk_end: and ends on it
UPDATE desk_contact SET valid_until = $3 WHERE register_id = $1 AND person = $2 AND valid_from < $3 AND valid_until > $3;

-- desk_set_contact: another contact person from a day on
UPDATE desk_contact SET contact = $4 WHERE register_id = $1 AND person = $2 AND valid_from >= $3;

-- desk_set_owner: another owner from a day on
UPDATE desk_contact SET owner = $4 WHERE register_id = $1 AND person = $2 AND valid_from >= $3;

-- desk_split_worker: as desk_split, for all clients of a contact person
INSERT INTO desk_contact (register_id, person, valid_from, valid_until, owner, team, contact)
SELECT register_id, person, $3, valid_until, owner, team, contact FROM desk_contact
WHERE register_id = $1 AND contact = $2 AND valid_from < $3 AND valid_until > $3;

-- desk_end_worker: as desk_end, for all clients of a contact person
UPDATE desk_contact SET valid_until = $3 WHERE register_id = $1 AND contact = $2 AND valid_from < $3 AND valid_until > $3;

-- desk_replace_worker: the successor of a contact person from a day on
UPDATE desk_contact SET contact = $4 WHERE register_id = $1 AND contact = $2 AND valid_from >= $3;

-- desk_clients_of_worker: how many clients a contact person has from a day on, and of whom that person became it only later
SELECT COUNT(DISTINCT c.person), COUNT(DISTINCT CASE WHEN c.valid_from > $3 AND NOT EXISTS (
	SELECT 1 FROM desk_contact b WHERE b.register_id = c.register_id AND b.person = c.person
	AND b.contact = c.contact AND b.valid_until = c.valid_from) THEN c.person END)
FROM desk_contact c WHERE c.register_id = $1 AND c.contact = $2 AND c.valid_until > $3;

-- desk_add_left: a worker left
INSERT INTO desk_left (register_id, account, left_on, successor, fact) VALUES ($1, $2, $3, $4, $5);

-- desk_left: whether a worker has left
SELECT left_on FROM desk_left WHERE register_id = $1 AND account = $2;

-- desk_all_left: who has left, or is away
SELECT account FROM desk_left WHERE register_id = $1
UNION SELECT worker AS account FROM desk_absence WHERE register_id = $1 AND until_day = '9999-12-31';

-- desk_add_question: a question came in
INSERT INTO desk_question (register_id, question, person, theme, asked, channel, asked_on, passed_to, is_direct, from_whom,
	taken_by, earlier, back_on, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, $8, $9, $10, $11, '');

-- desk_add_passed_on: a question was passed on as it came
INSERT INTO desk_question (register_id, question, person, theme, asked, channel, asked_on, passed_to, is_direct, taken_by,
	outcome, outcome_on, answer, told, confirmed_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, 'passed_on', $7, $2, $10, '9999-12-31');

-- desk_end_question: a question has its outcome
UPDATE desk_question SET outcome = $3, outcome_on = $4, answer = $5, told = $6 WHERE register_id = $1 AND question = $2;

-- desk_pass_question: a question that lay at the desk is passed on
UPDATE desk_question SET outcome = 'passed_on', outcome_on = $3, answer = $4, told = $5, passed_to = $6, theme = $7,
	confirmed_on = '9999-12-31'
WHERE register_id = $1 AND question = $2;

-- desk_confirm_question: who it was passed on to has it
UPDATE desk_question SET confirmed_on = $3, confirmed_by = $4 WHERE register_id = $1 AND question = $2;

-- part desk_question_row: a question with who asked
SELECT q.question, CASE WHEN q.person <> 0 THEN q.person ELSE COALESCE(p.person, 0) END AS person, q.is_direct, q.from_whom, q.taken_by, q.theme, q.asked, q.channel, q.asked_on, q.earlier, q.back_on, q.outcome,
	q.outcome_on, q.answer, q.told, q.passed_to AS "to", q.confirmed_on, q.confirmed_by,
	v.initials, v.prefix, v.surname, r.name AS caller, r.organisation
FROM desk_question q
LEFT JOIN desk_report p ON p.register_id = q.register_id AND p.report = q.answer
LEFT JOIN person_vault v ON v.register_id = q.register_id AND v.person = CASE WHEN q.person <> 0 THEN q.person ELSE p.person END
LEFT JOIN person_relation r ON r.register_id = q.register_id AND r.relation = q.question

-- desk_question: a question by its number, with who asked
{desk_question_row}
WHERE q.register_id = $1 AND q.question = $2;

-- desk_questions_open: questions to be answered on a day, oldest first, above a number
{desk_question_row}
WHERE q.register_id = $1 AND q.outcome_on > $2 AND q.asked_on <= $2 AND q.question > $3 ORDER BY q.question LIMIT 50;

-- desk_questions_unconfirmed: questions passed on whose receiver had not said yes on a day, oldest first, above a number
{desk_question_row}
WHERE q.register_id = $1 AND q.confirmed_on > $2 AND q.outcome_on <= $2 AND q.question > $3 ORDER BY q.question LIMIT 50;

-- desk_questions_ended: questions that ended in one way on a day, above a number
{desk_question_row}
WHERE q.register_id = $1 AND q.outcome_on = $2 AND q.outcome = $4 AND q.question > $3 ORDER BY q.question LIMIT 50;

-- desk_questions_all: all questions up to a day, newest first, below a number
{desk_question_row}
WHERE q.register_id = $1 AND q.asked_on <= $2 AND q.question < $3 ORDER BY q.question DESC LIMIT 50;

-- desk_questions_passed_on: questions passed on up to a day, newest first, below a number
SELECT q.question, q.person, q.is_direct, q.from_whom, q.taken_by, q.theme, q.asked, q.channel, q.asked_on, q.earlier, q.back_on, q.outcome,
	q.outcome_on, q.answer, q.told, q.passed_to AS "to", q.confirmed_on, q.confirmed_by
FROM desk_question q
WHERE q.register_id = $1 AND q.confirmed_on IS NOT NULL AND q.outcome_on <= $2 AND q.question < $3
ORDER BY q.question DESC LIMIT 50;

-- desk_count_open: how many are to be answered on a day
SELECT COUNT(*) FROM desk_question WHERE register_id = $1 AND outcome_on > $2 AND asked_on <= $2;

-- desk_count_unconfirmed: how many were passed on and not confirmed on a day
SELECT COUNT(*) FROM desk_question WHERE register_id = $1 AND confirmed_on > $2 AND outcome_on <= $2;

-- desk_count_ended: how many ended in each way on a day
SELECT outcome, COUNT(*) FROM desk_question WHERE register_id = $1 AND outcome_on = $2 GROUP BY outcome;

-- desk_count_all: how many there are up to a day
SELECT COUNT(*) FROM desk_question WHERE register_id = $1 AND asked_on <= $2;

-- desk_count_passed_on: how many were passed on up to a day
SELECT COUNT(*) FROM desk_question WHERE register_id = $1 AND confirmed_on IS NOT NULL AND outcome_on <= $2;

-- desk_count_sources: how many questions came from whom in a period
SELECT from_whom, COUNT(*) AS questions FROM desk_question
WHERE register_id = $1 AND asked_on >= $2 AND asked_on <= $3 GROUP BY from_whom ORDER BY from_whom;

-- desk_add_absence: a worker is away, and another stands in
INSERT INTO desk_absence (register_id, absence, worker, stand_in, from_day, until_day, reason, expected_on)
VALUES ($1, $2, $3, $4, $5, '9999-12-31', $6, $7);

-- desk_end_absence: and is back
UPDATE desk_absence SET until_day = $3 WHERE register_id = $1 AND absence = $2;

-- desk_absence_of: the absence of a worker that goes on
SELECT absence, worker, stand_in AS "to", reason, from_day, expected_on FROM desk_absence
WHERE register_id = $1 AND worker = $2 AND until_day = '9999-12-31';

-- desk_absences: who is away on a day
SELECT absence, worker, stand_in AS "to", reason, from_day, expected_on FROM desk_absence
WHERE register_id = $1 AND from_day <= $2 AND until_day > $2 ORDER BY worker;

-- desk_add_lent: a client whom the stand-in has meanwhile
INSERT INTO desk_lent (register_id, absence, person) VALUES ($1, $2, $3);

-- desk_persons_of_worker: whose contact person somebody is from a day on
SELECT DISTINCT person FROM desk_contact WHERE register_id = $1 AND contact = $2 AND valid_until > $3 ORDER BY person;

-- desk_lent_still: who of them still has the stand-in after a day
SELECT l.person FROM desk_lent l WHERE l.register_id = $1 AND l.absence = $2 AND EXISTS (
	SELECT 1 FROM desk_contact c WHERE c.register_id = l.register_id AND c.person = l.person AND c.contact = $3
	AND c.valid_from <= $4 AND c.valid_until = '9999-12-31') ORDER BY l.person;

-- desk_add_support: client support was offered
INSERT INTO desk_support (register_id, report, support, person, offered_on, told, answer, supporter)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- desk_support_of: what was offered with a report, oldest first
SELECT support, report, told, answer, supporter, offered_on FROM desk_support
WHERE register_id = $1 AND report = $2 ORDER BY support;

-- desk_add_plan: a personal plan came in, or there will be none
INSERT INTO desk_plan (register_id, report, plan, person, is_waived, plan_on, due_on, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- desk_plans_of: what is known of a personal plan with a report, oldest first
SELECT plan, report, is_waived, plan_on, due_on, words FROM desk_plan WHERE register_id = $1 AND report = $2 ORDER BY plan;

-- desk_add_urgent: help at once
INSERT INTO desk_urgent (register_id, report, urgent, person, product, party, help, reason, decided_by, decided_on, starts_on,
	objection_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- desk_urgent_of: help at once with a report, oldest first
SELECT urgent, report, product, party, help, reason, decided_by, decided_on, starts_on, objection_until FROM desk_urgent
WHERE register_id = $1 AND report = $2 ORDER BY urgent;

-- desk_add_closing: a report is closed without a decision
INSERT INTO desk_closed (register_id, report, closed, person, outcome, closed_on, words) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- desk_closing_of: how a report was closed
SELECT report, closed, outcome, words, closed_on FROM desk_closed WHERE register_id = $1 AND report = $2;

-- desk_questions_of: the questions of a person, newest first
SELECT q.question, q.person, q.is_direct, q.from_whom, q.theme, q.asked, q.channel, q.asked_on, q.outcome, q.outcome_on,
	q.answer, q.told, q.passed_to AS "to", q.confirmed_on, q.confirmed_by
FROM desk_question q WHERE q.register_id = $1 AND q.person = $2 ORDER BY q.question DESC LIMIT 50;

-- desk_whose: whose client everybody is on a day
SELECT person, contact, team FROM desk_contact WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $2 ORDER BY person;
