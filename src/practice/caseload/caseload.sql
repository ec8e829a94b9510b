-- caseload_add: a new case
INSERT INTO caseload_case (register_id, report, person, team, contact, status, asked, since, due_on, decision, granted_lines,
	assigned_lines, started_lines)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0);

-- caseload_case: where a case stands
SELECT report, person, team, contact, status, asked, since, due_on, granted_lines, assigned_lines, started_lines, assigned_on,
	started_on, budget_lines
FROM caseload_case WHERE register_id = $1 AND report = $2;

-- caseload_set: a case goes on
UPDATE caseload_case SET status = $3, since = $4, due_on = $5 WHERE register_id = $1 AND report = $2;

-- caseload_set_decision: it was decided, and so many products were granted
UPDATE caseload_case SET decision = $3, granted_lines = $4, budget_lines = $5 WHERE register_id = $1 AND report = $2;

-- caseload_add_later: to which case a later decision belongs
INSERT INTO caseload_later (register_id, decision, report) VALUES ($1, $2, $3);

-- caseload_ungrant: so many products less, in kind and bought in
UPDATE caseload_case SET granted_lines = granted_lines - $3, budget_lines = budget_lines - $4 WHERE register_id = $1 AND report = $2;

-- caseload_assign_line: one more product of a decision has a provider, from this day
UPDATE caseload_case SET assigned_lines = assigned_lines + 1,
	assigned_on = CASE WHEN assigned_on > $4 THEN assigned_on ELSE $4 END
WHERE register_id = $1 AND person = $2 AND (decision = $3
	OR report = (SELECT l.report FROM caseload_later l WHERE l.register_id = $1 AND l.decision = $3))
RETURNING report;

-- caseload_add_line: to which case an assignment belongs
INSERT INTO caseload_line (register_id, assignment, report, is_started) VALUES ($1, $2, $3, 0);

-- caseload_start_line: care of an assignment began; no row when it had begun already
UPDATE caseload_line SET is_started = 1 WHERE register_id = $1 AND assignment = $2 AND is_started = 0 RETURNING report;

-- caseload_count_start: care of one more product began, on this day
UPDATE caseload_case SET started_lines = started_lines + 1,
	started_on = CASE WHEN started_on > $3 THEN started_on ELSE $3 END
WHERE register_id = $1 AND report = $2;

-- caseload_set_gap: care of an assignment runs, or does not
UPDATE caseload_line SET gap = $3 WHERE register_id = $1 AND assignment = $2 AND is_started = 1 RETURNING report;

-- caseload_gaps: of how many products of a case care began, does not run now, and stopped
SELECT COUNT(*), SUM(CASE WHEN gap <> '' THEN 1 ELSE 0 END), SUM(CASE WHEN gap = 'stop' THEN 1 ELSE 0 END)
FROM caseload_line WHERE register_id = $1 AND report = $2 AND is_started = 1;

-- caseload_unstart_line: care of an assignment did not begin after all
UPDATE caseload_line SET is_started = 0 WHERE register_id = $1 AND assignment = $2 AND is_started = 1 RETURNING report;

-- caseload_uncount_start: care of one product less began
UPDATE caseload_case SET started_lines = started_lines - 1 WHERE register_id = $1 AND report = $2;

-- caseload_drop_line: an assignment ended, and belongs to no case any more
DELETE FROM caseload_line WHERE register_id = $1 AND assignment = $2 RETURNING report, is_started;

-- caseload_unassign: one product less has a provider, and so many less have begun
UPDATE caseload_case SET assigned_lines = assigned_lines - 1, started_lines = started_lines - $3
WHERE register_id = $1 AND report = $2;

-- caseload_change_count: one case more or less
INSERT INTO caseload_count (register_id, team, contact, status, cases) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (register_id, team, contact, status) DO UPDATE SET cases = caseload_count.cases + excluded.cases;

-- caseload_of: the cases of a person, newest first
SELECT report, person, team, contact, status, asked, since, due_on, assigned_on FROM caseload_case
WHERE register_id = $1 AND person = $2 ORDER BY report DESC;

-- caseload_undecided_of: the cases of a person that are not decided
SELECT report, person, team, contact, status, asked, since, due_on, assigned_on FROM caseload_case
WHERE register_id = $1 AND person = $2 AND status IN ('reported', 'investigated', 'applied') ORDER BY report;

-- caseload_keep_departed: where they stood before a death ended them
INSERT INTO caseload_departed (register_id, report, person, status, due_on)
SELECT register_id, report, person, status, due_on FROM caseload_case
WHERE register_id = $1 AND person = $2 AND status IN ('reported', 'investigated', 'applied');

-- caseload_departed_of: the cases that a death ended, as they stood before
SELECT c.report, c.person, c.team, c.contact, d.status, c.asked, c.since, d.due_on, c.assigned_on FROM caseload_departed d
JOIN caseload_case c ON c.register_id = d.register_id AND c.report = d.report
WHERE d.register_id = $1 AND d.person = $2 ORDER BY c.report;

-- caseload_drop_departed: they go on
DELETE FROM caseload_departed WHERE register_id = $1 AND person = $2;

-- caseload_page_contact: cases of a contact person, with the client's name
SELECT c.report, c.person, c.asked, c.team, c.contact AS account, c.since, c.due_on, v.initials, v.prefix, v.surname, '' AS contact FROM caseload_case c
LEFT JOIN person_vault v ON v.register_id = c.register_id AND v.person = c.person
WHERE c.register_id = $1 AND c.contact = $2 AND c.status = $3 AND (c.due_on, c.report) > ($4, $5)
ORDER BY c.due_on, c.report LIMIT 50;

-- caseload_page_team: cases of a team, with the names of client and contact person
SELECT c.report, c.person, c.asked, c.team, c.contact AS account, c.since, c.due_on, v.initials, v.prefix, v.surname, COALESCE(a.name, c.contact) AS contact
FROM caseload_case c
LEFT JOIN person_vault v ON v.register_id = c.register_id AND v.person = c.person
LEFT JOIN access_account a ON a.register_id = c.register_id AND a.account = c.contact
WHERE c.register_id = $1 AND c.team = $2 AND c.status = $3 AND (c.due_on, c.report) > ($4, $5)
ORDER BY c.due_on, c.report LIMIT 50;

-- caseload_page_all: all cases, with the names of client and contact person
SELECT c.report, c.person, c.asked, c.team, c.contact AS account, c.since, c.due_on, v.initials, v.prefix, v.surname, COALESCE(a.name, c.contact) AS contact
FROM caseload_case c
LEFT JOIN person_vault v ON v.register_id = c.register_id AND v.person = c.person
LEFT JOIN access_account a ON a.register_id = c.register_id AND a.account = c.contact
WHERE c.register_id = $1 AND c.status = $2 AND (c.due_on, c.report) > ($3, $4)
ORDER BY c.due_on, c.report LIMIT 50;

-- caseload_counts: how many cases each status has
SELECT status, SUM(cases) AS cases FROM caseload_count
WHERE register_id = $1 AND (contact = $2 OR $2 = '') AND (team = $3 OR $3 = '') GROUP BY status;

-- caseload_begin_history: where a case stands from its first day on
INSERT INTO caseload_history (register_id, report, valid_from, valid_until, person, team, contact, status, since, due_on)
VALUES ($1, $2, $3, '9999-12-31', $4, $5, $6, $7, $3, $8);

-- caseload_split_history: the period of a case around a day goes on behind that day as a period of its own
INSERT INTO caseload_history (register_id, report, valid_from, valid_until, person, team, contact, status, since, due_on)
SELECT register_id, report, $3, valid_until, person, team, contact, status, since, due_on FROM caseload_history
WHERE register_id = $1 AND report = $2 AND valid_from < $3 AND valid_until > $3;

-- caseload_end_history: and ends on it
UPDATE caseload_history SET valid_until = $3
WHERE register_id = $1 AND report = $2 AND valid_from < $3 AND valid_until > $3;

-- caseload_set_history: where a case stands from a day on
UPDATE caseload_history SET status = $4, since = $3, due_on = $5 WHERE register_id = $1 AND report = $2 AND valid_from >= $3;

-- caseload_set_due: the step that a case waits for is due on another day
UPDATE caseload_case SET due_on = $4 WHERE register_id = $1 AND report = $2 AND status = $3;

-- caseload_set_history_due: and is so from a day on
UPDATE caseload_history SET due_on = $5 WHERE register_id = $1 AND report = $2 AND status = $3 AND valid_from >= $4;

-- caseload_page_on: cases as they stood on a day, of one contact person, of one team or of all
SELECT h.report, h.person, c.asked, c.team, c.contact AS account, h.since, h.due_on, v.initials, v.prefix, v.surname,
	CASE WHEN $3 <> '' THEN '' ELSE COALESCE(a.name, h.contact) END AS contact
FROM caseload_history h
JOIN caseload_case c ON c.register_id = h.register_id AND c.report = h.report
LEFT JOIN person_vault v ON v.register_id = h.register_id AND v.person = h.person
LEFT JOIN access_account a ON a.register_id = h.register_id AND a.account = h.contact
WHERE h.register_id = $1 AND h.status = $2 AND (h.contact = $3 OR $3 = '') AND (h.team = $4 OR $4 = '')
	AND h.valid_from <= $5 AND h.valid_until > $5 AND (h.due_on, h.report) > ($6, $7)
ORDER BY h.due_on, h.report LIMIT 50;

-- caseload_counts_on: how many cases each status had on a day
SELECT status, COUNT(*) AS cases FROM caseload_history
WHERE register_id = $1 AND (contact = $2 OR $2 = '') AND (team = $3 OR $3 = '') AND valid_from <= $4 AND valid_until > $4
GROUP BY status;

-- caseload_of_on: the cases that a person had on a day, newest first
SELECT h.report, h.person, h.team, h.contact, h.status, c.asked, h.since, h.due_on, c.assigned_on FROM caseload_case c
JOIN caseload_history h ON h.register_id = c.register_id AND h.report = c.report
WHERE c.register_id = $1 AND c.person = $2 AND h.valid_from <= $3 AND h.valid_until > $3 ORDER BY c.report DESC;

-- caseload_of_contact: the cases of a contact person
SELECT report, person, team, contact, status, asked, since, due_on FROM caseload_case
WHERE register_id = $1 AND contact = $2 ORDER BY report;

-- caseload_set_contact: a case has another contact person
UPDATE caseload_case SET contact = $3 WHERE register_id = $1 AND report = $2;

-- caseload_set_history_contact: and has that one from a day on, in the place of the one before
UPDATE caseload_history SET contact = $4 WHERE register_id = $1 AND report = $2 AND valid_from >= $3 AND contact = $5;

-- caseload_whose: whose a person's cases are
SELECT contact, team FROM caseload_case WHERE register_id = $1 AND person = $2;

-- caseload_forget_count: the cases of somebody who is erased count no more
UPDATE caseload_count SET cases = cases - (
	SELECT COUNT(*) FROM caseload_case c WHERE c.register_id = $1 AND c.person = $2 AND c.team = caseload_count.team
		AND c.contact = caseload_count.contact AND c.status = caseload_count.status)
WHERE register_id = $1;

-- caseload_forget_empty: nor is there a row that only they made
DELETE FROM caseload_count WHERE register_id = $1 AND cases = 0;
