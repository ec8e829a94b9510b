-- decision_add_application: somebody applied
INSERT INTO decision_application (register_id, report, application, person, received_on, due_on) VALUES ($1, $2, $3, $4, $5, $6);

-- decision_application: the application after a report
SELECT report, application, person, received_on, due_on FROM decision_application WHERE register_id = $1 AND report = $2;

-- decision_add: it was decided
INSERT INTO decision_decision (register_id, report, decision, person, decided_on, outcome, decided_by, reasons, objection_until,
	authority, mandate, not_granted, contribution)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- decision_add_line: what was granted
INSERT INTO decision_line (register_id, person, decision, line, product, amount, unit, frequency, valid_from, valid_until, reasons,
	norm_set, household_reason, decided_on, is_budget)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- decision_of: the decision on a report
SELECT report, decision, person, decided_on, outcome, decided_by, reasons, objection_until, authority, mandate, not_granted FROM decision_decision
WHERE register_id = $1 AND report = $2;

-- decision_all_of: the first decisions about a person, up to a day, newest first
SELECT report, decision, person, decided_on, outcome, decided_by, reasons, objection_until, authority, mandate, not_granted
FROM decision_decision WHERE register_id = $1 AND person = $2 AND decided_on <= $3
UNION ALL SELECT report, decision, person, decided_on, outcome, decided_by, reasons, objection_until, authority, mandate, not_granted
FROM decision_replaced WHERE register_id = $1 AND person = $2 AND decided_on <= $3 ORDER BY 2 DESC;

-- decision_lines_of: what was granted to a person up to a day
SELECT decision, line, product, amount, unit, frequency, valid_from, valid_until, reasons, decided_on, is_budget FROM decision_line
WHERE register_id = $1 AND person = $2 AND decided_on <= $3 ORDER BY decision DESC, line;

-- decision_overlap: does the product run already in this half-open period; help at once with this report gives way
SELECT 1 FROM decision_line l
WHERE l.register_id = $1 AND l.person = $2 AND l.product = $3 AND l.valid_from < $5 AND l.valid_until > $4 AND NOT EXISTS (
	SELECT 1 FROM decision_urgent u WHERE u.register_id = $1 AND u.person = $2 AND u.report = $6 AND u.urgent = l.decision);

-- decision_household: does another at the same address have the product already in this half-open period
SELECT 1 FROM person_vault me
JOIN person_vault other ON other.register_id = me.register_id AND other.postcode = me.postcode
	AND other.house_number = me.house_number AND lower(other.house_addition) = lower(me.house_addition) AND other.person <> me.person
JOIN decision_line l ON l.register_id = other.register_id AND l.person = other.person
WHERE me.register_id = $1 AND me.person = $2 AND l.product = $3 AND l.valid_from < $5 AND l.valid_until > $4;

-- decision_ending: what ends between two days without a later grant of the product that follows on; the first day not included
SELECT d.person, d.decision, d.line, d.product, d.valid_from, d.valid_until, v.born, v.postcode, v.house_number FROM decision_line d
JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 AND d.valid_until > $2 AND d.valid_until <= $3 AND d.valid_from <= $2
	AND NOT EXISTS (SELECT 1 FROM decision_line n WHERE n.register_id = d.register_id AND n.person = d.person
		-- NOT, so that a person's lines are looked at, and not all that end later
		AND n.product = d.product AND n.valid_from <= d.valid_until AND NOT (n.valid_until <= d.valid_until))
ORDER BY d.valid_until, d.person, d.product;

-- decision_was_asked: whether a person ever applied
SELECT 1 FROM decision_application WHERE register_id = $1 AND person = $2 LIMIT 1;

-- decision_report_of: on which report a decision was taken, a first or a later one
SELECT report FROM decision_decision WHERE register_id = $1 AND person = $2 AND decision = $3
UNION ALL SELECT report FROM decision_urgent WHERE register_id = $1 AND person = $2 AND urgent = $3
UNION ALL SELECT report FROM decision_later WHERE register_id = $1 AND person = $2 AND later = $3
	AND NOT EXISTS (SELECT 1 FROM decision_urgent u WHERE u.register_id = $1 AND u.person = $2 AND u.urgent = $3);

-- decision_add_later: a line is changed, ended or withdrawn
INSERT INTO decision_later (register_id, person, later, report, decision, line, sort, product, decided_on, effective_from, ends_from,
	notice_until, ground, without_notice, why_without, decided_by, mandate, reasons, objection_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

-- decision_shorten_line: a line ends on an earlier day
UPDATE decision_line SET valid_until = $5
WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4 AND valid_from < $5 AND valid_until > $5;

-- decision_drop_line: one that had not begun has no day
DELETE FROM decision_line WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4 AND valid_from >= $5;

-- decision_keep_stopped: the line that a departure ends, as it was granted
INSERT INTO decision_stopped (register_id, person, later, report, ends_from, decision, line, product, amount, unit, frequency, valid_from,
	valid_until, reasons, norm_set, household_reason, decided_on, is_budget)
SELECT l.register_id, l.person, e.later, e.report, e.ends_from, l.decision, l.line, l.product, l.amount, l.unit, l.frequency, l.valid_from,
	l.valid_until, l.reasons, l.norm_set, l.household_reason, l.decided_on, l.is_budget
FROM decision_later e JOIN decision_line l
	ON l.register_id = e.register_id AND l.person = e.person AND l.decision = e.decision AND l.line = e.line
WHERE e.register_id = $1 AND e.person = $2 AND e.later = $3;

-- decision_remove_line: the line as it was shortened
DELETE FROM decision_line WHERE register_id = $1 AND person = $2 AND EXISTS (SELECT 1 FROM decision_stopped s
	WHERE s.register_id = $1 AND s.person = $2 AND s.later = $3 AND s.decision = decision_line.decision AND s.line = decision_line.line);

-- decision_restore_line: stands again as it was granted
INSERT INTO decision_line (register_id, person, decision, line, product, amount, unit, frequency, valid_from, valid_until, reasons,
	norm_set, household_reason, decided_on, is_budget)
SELECT register_id, person, decision, line, product, amount, unit, frequency, valid_from, valid_until, reasons, norm_set,
	household_reason, decided_on, is_budget
FROM decision_stopped WHERE register_id = $1 AND person = $2 AND later = $3;

-- decision_drop_stopped: and is stopped no more
DELETE FROM decision_stopped WHERE register_id = $1 AND person = $2 AND later = $3;

-- decision_set_restored: the decision that ended it ends nothing
UPDATE decision_later SET restored_on = $4 WHERE register_id = $1 AND person = $2 AND later = $3;

-- decision_stopped_of: what of it has days left, and was not granted anew
SELECT s.person, s.later, s.report, s.decision, s.line, s.product, s.amount, s.unit, s.frequency, s.is_budget, s.ends_from AS "from",
	s.valid_until AS "until", s.ends_from AS restored_on
FROM decision_stopped s
WHERE s.register_id = $1 AND s.person = $2 AND s.valid_until > $3
	AND NOT EXISTS (SELECT 1 FROM decision_line l WHERE l.register_id = s.register_id AND l.person = s.person
		AND l.product = s.product AND l.valid_from < s.valid_until AND l.valid_until > s.ends_from)
ORDER BY s.later;

-- decision_later_of: what came after a person's decisions, up to a day, newest first
SELECT later, person, report, decision, line, sort, product, ground, without_notice, why_without, decided_by, mandate, reasons,
	decided_on, effective_from, ends_from, objection_until, restored_on
FROM decision_later WHERE register_id = $1 AND person = $2 AND decided_on <= $3 ORDER BY later DESC;

-- decision_people: who has something granted on a day, of one product or of any
SELECT DISTINCT person FROM decision_line
WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $2 AND ($3 = '' OR product = $3) ORDER BY person;

-- decision_due_of: the decisions about a person, first and later, in which a contribution is owed
SELECT decision FROM decision_decision WHERE register_id = $1 AND person = $2 AND contribution = 'due'
UNION SELECT l.later FROM decision_later l
JOIN decision_decision d ON d.register_id = l.register_id AND d.report = l.report AND d.contribution = 'due'
WHERE l.register_id = $1 AND l.person = $2 AND l.sort = 'changed';

-- decision_contributors: everybody whose decision says that a contribution is owed
SELECT DISTINCT person FROM decision_decision WHERE register_id = $1 AND contribution = 'due' ORDER BY person;

-- decision_add_urgent: help at once runs as a grant
INSERT INTO decision_urgent (register_id, person, report, urgent, authority) VALUES ($1, $2, $3, $4, $5);

-- decision_follow_urgent: what changes help at once is help at once
INSERT INTO decision_urgent (register_id, person, report, urgent, authority)
SELECT register_id, person, report, $4, authority FROM decision_urgent WHERE register_id = $1 AND person = $2 AND urgent = $3;

-- decision_urgent: the report with which help at once was given
SELECT report FROM decision_urgent WHERE register_id = $1 AND person = $2 AND urgent = $3;

-- decision_urgent_lines: help at once with a report
SELECT l.decision, l.line, l.product, l.amount, l.unit, l.frequency, l.valid_from, l.valid_until, l.reasons, l.decided_on, l.is_budget
FROM decision_urgent u
JOIN decision_line l ON l.register_id = u.register_id AND l.person = u.person AND l.decision = u.urgent
WHERE u.register_id = $1 AND u.person = $2 AND u.report = $3 ORDER BY l.decision, l.line;

-- decision_replace: a new decision takes the place of one that was refused
INSERT INTO decision_replaced (register_id, person, report, decision, decided_on, outcome, decided_by, reasons, objection_until,
	authority, mandate, not_granted)
SELECT register_id, person, report, decision, decided_on, outcome, decided_by, reasons, objection_until, authority, mandate, not_granted
FROM decision_decision WHERE register_id = $1 AND report = $2 AND decision = $3;

-- decision_remove: and it stands no longer
DELETE FROM decision_decision WHERE register_id = $1 AND report = $2 AND decision = $3;
