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

-- desk_all_left: who has left
SELECT account FROM desk_left WHERE register_id = $1;

-- desk_add_question: a question was passed on
INSERT INTO desk_question (register_id, question, person, theme, asked, channel, asked_on, passed_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- desk_questions: questions passed on up to a day, newest first, below a number
SELECT question, person, theme, asked, channel, asked_on, passed_to AS "to" FROM desk_question
WHERE register_id = $1 AND asked_on <= $2 AND question < $3 ORDER BY question DESC LIMIT 50;

-- desk_count_questions: how many were passed on up to a day
SELECT COUNT(*) FROM desk_question WHERE register_id = $1 AND asked_on <= $2;
