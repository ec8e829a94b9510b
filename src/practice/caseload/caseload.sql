-- caseload_add: a new case
INSERT INTO caseload_case (register_id, report, person, team, contact, status, asked, since, due_on, open_lines, granted_lines)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0);

-- caseload_case: where a case stands
SELECT report, person, team, contact, status, asked, since, due_on, open_lines, granted_lines FROM caseload_case
WHERE register_id = $1 AND report = $2;

-- caseload_set: a case goes on
UPDATE caseload_case SET status = $3, since = $4, due_on = $5, open_lines = $6 WHERE register_id = $1 AND report = $2;

-- caseload_set_granted: how many products were granted
UPDATE caseload_case SET granted_lines = $3 WHERE register_id = $1 AND report = $2;

-- caseload_change_count: one case more or less
INSERT INTO caseload_count (register_id, team, contact, status, cases) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (register_id, team, contact, status) DO UPDATE SET cases = caseload_count.cases + excluded.cases;

-- caseload_of: the cases of a person, newest first
SELECT report, person, team, contact, status, asked, since, due_on FROM caseload_case
WHERE register_id = $1 AND person = $2 ORDER BY report DESC;

-- caseload_waiting_report: the case that a decision belongs to
SELECT report FROM caseload_case WHERE register_id = $1 AND person = $2 AND status = $3 ORDER BY report LIMIT 1;

-- caseload_page_contact: cases of a contact person
SELECT report, person, team, contact, status, asked, since, due_on FROM caseload_case
WHERE register_id = $1 AND contact = $2 AND status = $3 AND (due_on, report) > ($4, $5) ORDER BY due_on, report LIMIT 50;

-- caseload_page_team: cases of a team
SELECT report, person, team, contact, status, asked, since, due_on FROM caseload_case
WHERE register_id = $1 AND team = $2 AND status = $3 AND (due_on, report) > ($4, $5) ORDER BY due_on, report LIMIT 50;

-- caseload_page_all: all cases
SELECT report, person, team, contact, status, asked, since, due_on FROM caseload_case
WHERE register_id = $1 AND status = $2 AND (due_on, report) > ($3, $4) ORDER BY due_on, report LIMIT 50;

-- caseload_counts: how many cases each status has
SELECT status, SUM(cases) AS cases FROM caseload_count
WHERE register_id = $1 AND (contact = $2 OR $2 = '') AND (team = $3 OR $3 = '') GROUP BY status;
