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
