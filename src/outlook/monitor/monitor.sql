-- monitor_first_day_alone: promise 1: a client whose first day, or the day itself, has no owner and contact person
SELECT c.person, c.report FROM (
	SELECT person, MIN(report) AS report, MIN(received_on) AS first_day FROM desk_report
	WHERE register_id = $1 AND received_on <= $2 GROUP BY person) c
WHERE NOT EXISTS (SELECT 1 FROM desk_contact d
	WHERE d.register_id = $1 AND d.person = c.person AND d.valid_from <= c.first_day);

-- monitor_contact_gap: promise 1: owner and contact person stop before the day and nobody follows at once, or two overlap
SELECT person, 0 FROM (
	SELECT person, valid_until, LEAD(valid_from) OVER (PARTITION BY person ORDER BY valid_from) AS next_from
	FROM desk_contact WHERE register_id = $1) c
WHERE next_from < valid_until OR (valid_until <= $2 AND (next_from IS NULL OR next_from > valid_until));

-- monitor_contact_unnamed: promise 1: an owner without a name, or a contact person who is nobody here
SELECT person, 0 FROM desk_contact c
WHERE c.register_id = $1 AND c.valid_from <= $2 AND (c.owner = '' OR NOT EXISTS (
	SELECT 1 FROM access_account a WHERE a.register_id = $1 AND a.account = c.contact));

-- monitor_contact_left: promise 1: a contact person who left is one still, on the day of leaving or after it
SELECT c.person, l.fact FROM desk_left l
JOIN desk_contact c ON c.register_id = l.register_id AND c.contact = l.account AND c.valid_until > l.left_on
WHERE l.register_id = $1;

-- monitor_two_providers: promise 2: two assignments of one product on the same day
SELECT person, assignment FROM (
	SELECT person, assignment, valid_until,
		LEAD(valid_from) OVER (PARTITION BY person, product ORDER BY valid_from, assignment) AS next_from
	FROM assignment_assignment WHERE register_id = $1) a
WHERE next_from < valid_until;

-- monitor_line_nowhere: promise 2: granted, and neither assigned until its end nor on the waiting list, or both
SELECT l.person, l.decision FROM decision_line l
LEFT JOIN (
	SELECT person, decision, line, MAX(valid_until) AS valid_until FROM assignment_assignment
	WHERE register_id = $1 GROUP BY person, decision, line) a
	ON a.person = l.person AND a.decision = l.decision AND a.line = l.line
LEFT JOIN assignment_waiting w
	ON w.register_id = l.register_id AND w.person = l.person AND w.decision = l.decision AND w.line = l.line
WHERE l.register_id = $1 AND l.is_budget = 0 AND (a.valid_until IS NOT NULL AND a.valid_until >= l.valid_until) = (w.since IS NOT NULL);

-- monitor_assigned_otherwise: promise 2: an assignment that is not for what was granted, or outside its days
SELECT a.person, a.assignment FROM assignment_assignment a
JOIN decision_line l ON l.register_id = a.register_id AND l.person = a.person AND l.decision = a.decision AND l.line = a.line
WHERE a.register_id = $1
	AND (a.product <> l.product OR a.valid_from < l.valid_from OR a.valid_until > l.valid_until OR a.party = '');

-- monitor_assigned_apart: promise 2: days without a provider between two assignments of one line, and nothing ended the first
SELECT a.person, a.assignment FROM (
	SELECT person, assignment, valid_until,
		LEAD(valid_from) OVER (PARTITION BY person, decision, line ORDER BY valid_from, assignment) AS next_from
	FROM assignment_assignment WHERE register_id = $1) a
WHERE a.next_from > a.valid_until AND NOT EXISTS (
	SELECT 1 FROM assignment_ended e WHERE e.register_id = $1 AND e.person = a.person AND e.assignment = a.assignment);

-- monitor_delivered_apart: promise 2: a day of an assignment on which nobody delivers, or two do
SELECT d.person, d.assignment FROM (
	SELECT person, assignment, valid_until,
		LEAD(valid_from) OVER (PARTITION BY person, assignment ORDER BY valid_from) AS next_from
	FROM assignment_delivery WHERE register_id = $1) d
WHERE d.next_from <> d.valid_until
UNION ALL SELECT a.person, a.assignment FROM assignment_assignment a
LEFT JOIN (
	SELECT person, assignment, MIN(valid_from) AS valid_from, MAX(valid_until) AS valid_until FROM assignment_delivery
	WHERE register_id = $1 GROUP BY person, assignment) d ON d.person = a.person AND d.assignment = a.assignment
WHERE a.register_id = $1 AND (d.valid_from IS NULL OR d.valid_from <> a.valid_from OR d.valid_until <> a.valid_until)
UNION ALL SELECT d.person, d.assignment FROM assignment_delivery d
JOIN assignment_assignment a ON a.register_id = d.register_id AND a.person = d.person AND a.assignment = d.assignment
WHERE d.register_id = $1 AND (d.party <> a.party OR d.product <> a.product OR d.deliverer = '');

-- monitor_report_without_letter: promise 3: a report that nobody confirmed
SELECT r.person, r.report FROM desk_report r
WHERE r.register_id = $1 AND r.received_on <= $2 AND NOT EXISTS (
	SELECT 1 FROM document_letter l
	WHERE l.register_id = $1 AND l.person = r.person AND l.about = r.report AND l.sort = 'confirmation');

-- monitor_decision_without_letter: promise 3: a decision that was never told to the resident
SELECT d.person, d.decision FROM decision_decision d
WHERE d.register_id = $1 AND d.decided_on <= $2 AND d.report <> d.decision AND NOT EXISTS ( -- one of before was told then
	SELECT 1 FROM document_letter l
	WHERE l.register_id = $1 AND l.person = d.person AND l.about = d.decision AND l.sort = 'decision')
UNION ALL SELECT d.person, d.later FROM decision_later d
WHERE d.register_id = $1 AND d.decided_on <= $2 AND d.without_notice <> 'died' AND NOT EXISTS (
	SELECT 1 FROM document_letter l
	WHERE l.register_id = $1 AND l.person = d.person AND l.about = d.later AND l.sort = 'decision')
UNION ALL SELECT u.person, u.urgent FROM desk_urgent u
WHERE u.register_id = $1 AND u.decided_on <= $2 AND NOT EXISTS (
	SELECT 1 FROM document_letter l
	WHERE l.register_id = $1 AND l.person = u.person AND l.about = u.urgent AND l.sort = 'decision');

-- monitor_changed_without_notice: promise 3: a line that changed before its notice had run, without a name and a reason for that
SELECT person, later FROM decision_later
WHERE register_id = $1 AND ends_from < notice_until AND (without_notice = '' OR TRIM(why_without) = '' OR TRIM(decided_by) = '');

-- monitor_assigned_before_letter: promise 3: an assignment from before the letter that announces it
SELECT a.person, a.assignment FROM assignment_assignment a
JOIN document_letter l ON l.register_id = a.register_id AND l.person = a.person AND l.about = a.decision AND l.sort = 'decision'
WHERE a.register_id = $1 AND l.copy_of = 0 AND l.letter > a.assignment;

-- monitor_handed_over_untold: promise 3: somebody else comes, and the resident was not told before
SELECT d.person, d.assignment FROM assignment_delivery d
WHERE d.register_id = $1 AND EXISTS (
	SELECT 1 FROM assignment_delivery e
	WHERE e.register_id = $1 AND e.person = d.person AND e.assignment = d.assignment AND e.valid_from < d.valid_from)
	AND NOT EXISTS (
	SELECT 1 FROM transition_handover h
	WHERE h.register_id = $1 AND h.person = d.person AND h.assignment = d.assignment AND h.handed_on = d.valid_from
		AND h.told_on < h.handed_on)
UNION ALL SELECT person, assignment FROM transition_handover WHERE register_id = $1 AND told_on >= handed_on;

-- monitor_ended_untold: promise 3: an assignment ended before its grant, and the resident was not told before
SELECT person, assignment FROM assignment_ended
WHERE register_id = $1 AND told_on >= ended_on AND because NOT IN ('request', 'urgent', 'replaced', 'died', 'left');

-- monitor_investigation_terms: promise 6: each pair of days that the term of an investigation was counted for
SELECT received_on, due_on, COUNT(*), MIN(person), MIN(report) FROM desk_report
WHERE register_id = $1 GROUP BY received_on, due_on;

-- monitor_decision_terms: promise 6: each pair of days that the term of a decision was counted for
SELECT received_on, due_on, COUNT(*), MIN(person), MIN(application) FROM decision_application
WHERE register_id = $1 GROUP BY received_on, due_on;

-- monitor_objection_terms: promise 6: each pair of days that the term of an objection was counted for
SELECT decided_on, objection_until, COUNT(*), MIN(person), MIN(decision) FROM (
	SELECT decided_on, objection_until, person, decision FROM decision_decision WHERE register_id = $1
	UNION ALL SELECT decided_on, objection_until, person, later FROM decision_later WHERE register_id = $1) d
GROUP BY decided_on, objection_until;

-- monitor_kept_terms: promise 6: each way in which a term is kept as it stands, and one of whom
SELECT term, starts_on, due_on, still_from, still_until, sum, MIN(CASE WHEN closed_on IS NULL THEN 1 ELSE 0 END), COUNT(*),
	MIN(person), MIN(about)
FROM term_term WHERE register_id = $1 AND valid_until = '9999-12-31'
GROUP BY term, starts_on, due_on, still_from, still_until, sum, CASE WHEN closed_on IS NULL THEN 1 ELSE 0 END;

-- monitor_term_missing: promise 6: what a term is about has none
SELECT r.person, r.report FROM desk_report r WHERE r.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM term_term t WHERE t.register_id = $1 AND t.person = r.person AND t.about = r.report AND t.term = 'investigation')
UNION ALL SELECT a.person, a.report FROM decision_application a WHERE a.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM term_term t WHERE t.register_id = $1 AND t.person = a.person AND t.about = a.report AND t.term = 'decision')
UNION ALL SELECT d.person, d.decision FROM decision_decision d WHERE d.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM term_term t WHERE t.register_id = $1 AND t.person = d.person AND t.about = d.decision AND t.term = 'objection')
UNION ALL SELECT l.person, l.later FROM decision_later l WHERE l.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM term_term t WHERE t.register_id = $1 AND t.person = l.person AND t.about = l.later AND t.term = 'objection')
UNION ALL SELECT u.person, u.urgent FROM desk_urgent u WHERE u.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM term_term t WHERE t.register_id = $1 AND t.person = u.person AND t.about = u.urgent AND t.term = 'objection');

-- monitor_term_stands: promise 6: a term is open although what it waited for is there, or closed although it is not
SELECT t.person, t.about FROM term_term t
LEFT JOIN investigation_outcome i ON i.register_id = t.register_id AND i.report = t.about
WHERE t.register_id = $1 AND t.valid_until = '9999-12-31' AND t.term = 'investigation'
	AND (i.concluded_on IS NULL) <> (t.closed_on IS NULL)
UNION ALL SELECT t.person, t.about FROM term_term t
LEFT JOIN decision_decision d ON d.register_id = t.register_id AND d.person = t.person AND d.report = t.about
WHERE t.register_id = $1 AND t.valid_until = '9999-12-31' AND t.term = 'decision'
	AND (d.decided_on IS NULL) <> (t.closed_on IS NULL);

-- monitor_term_gap: promise 6: the days of a term do not join
SELECT t.person, t.about FROM term_term t WHERE t.register_id = $1 AND t.valid_until <> '9999-12-31' AND NOT EXISTS (
	SELECT 1 FROM term_term n WHERE n.register_id = $1 AND n.person = t.person AND n.about = t.about AND n.term = t.term
		AND n.valid_from = t.valid_until);

-- monitor_case_due: promise 10: the work list has another last day than the term
SELECT c.person, c.report FROM caseload_case c
JOIN term_term t ON t.register_id = c.register_id AND t.person = c.person AND t.about = c.report AND t.valid_until = '9999-12-31'
	AND t.term = CASE c.status WHEN 'reported' THEN 'investigation' WHEN 'applied' THEN 'decision' END
WHERE c.register_id = $1 AND c.due_on <> COALESCE(t.due_on, '9999-12-31');

-- monitor_explanations: promise 7: every assignment with what was said about it
SELECT person, assignment, deliverer, explanation FROM assignment_assignment WHERE register_id = $1;

-- monitor_decided_by_nobody: promise 7: a decision without the name of a person, or one that no person entered
SELECT d.person, d.decision FROM decision_decision d
JOIN journal_fact f ON f.register_id = d.register_id AND f.person = d.person AND f.fact = d.decision
WHERE d.register_id = $1 AND (TRIM(d.decided_by) = '' OR f.account = '' OR f.reaction <> '')
UNION ALL SELECT d.person, d.later FROM decision_later d
JOIN journal_fact f ON f.register_id = d.register_id AND f.person = d.person AND f.fact = d.later
WHERE d.register_id = $1 AND (TRIM(d.decided_by) = '' OR f.account = '' -- at a departure who recorded it stands for it
	OR (f.reaction <> '' AND d.without_notice NOT IN ('died', 'left')));

-- monitor_reader_unknown: promise 8: a line of the read log of neither an account nor the own page, or a person who is not here
SELECT r.person, r.place FROM access_read r
WHERE r.register_id = $1 AND (
	((r.person = 0 OR r.account NOT IN ('resident', 'representative'))
		AND NOT EXISTS (SELECT 1 FROM access_account a WHERE a.register_id = $1 AND a.account = r.account))
	OR (r.person <> 0 AND NOT EXISTS (SELECT 1 FROM person_vault v WHERE v.register_id = $1 AND v.person = r.person)
		AND NOT EXISTS (SELECT 1 FROM journal_fact e
			WHERE e.register_id = $1 AND e.person = r.person AND e.kind = 'person_erased')));

-- monitor_kinds: promise 9: the kinds of all facts
SELECT kind, COUNT(*), MIN(fact) FROM journal_fact WHERE register_id = $1 GROUP BY kind;

-- monitor_fact_without_cause: promise 9: a fact that follows from one that is not there
SELECT f.person, f.fact FROM journal_fact f
WHERE f.register_id = $1 AND (f.cause > f.fact OR (f.reaction = '') <> (f.cause = f.fact) OR NOT EXISTS (
	SELECT 1 FROM journal_fact c WHERE c.register_id = $1 AND c.fact = f.cause));

-- monitor_order_sent_silently: promise 9: an order in a message of which no fact says that it left
SELECT o.person, o.assignment FROM exchange_order o
WHERE o.register_id = $1 AND o.municipality = '' AND (o.message <> '' OR o.state = 'sent') AND NOT EXISTS (
	SELECT 1 FROM journal_fact f
	WHERE f.register_id = $1 AND f.person = o.person AND f.kind = 'order_sent'
		AND f.body LIKE '%"assignment":' || o.assignment || ',%');

-- monitor_assigned_without_order: promise 9: an assignment that never became an order
SELECT a.person, a.assignment FROM assignment_assignment a
WHERE a.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM exchange_order o WHERE o.register_id = $1 AND o.assignment = a.assignment);

-- monitor_row_without_fact: promise 10: a row whose fact is not in the journal
SELECT d.person, d.fact FROM (
	SELECT person, report AS fact, 'report_received' AS kind FROM desk_report WHERE register_id = $1
	UNION ALL SELECT person, question, CASE WHEN is_direct = 1 THEN 'question_passed_on' ELSE 'question_received' END
		FROM desk_question WHERE register_id = $1
	UNION ALL SELECT person, investigation, 'investigation_concluded' FROM investigation_outcome WHERE register_id = $1
	UNION ALL SELECT person, application, 'application_received' FROM decision_application WHERE register_id = $1
	UNION ALL SELECT person, decision, CASE WHEN report = decision THEN 'decision_taken_over' ELSE 'decision_taken' END
		FROM decision_decision WHERE register_id = $1
	UNION ALL SELECT person, decision, 'decision_taken' FROM decision_replaced WHERE register_id = $1
	UNION ALL SELECT person, later, 'decision_' || sort FROM decision_later WHERE register_id = $1
	UNION ALL SELECT person, assignment, 'assignment_made' FROM assignment_assignment WHERE register_id = $1
	UNION ALL SELECT person, letter, CASE WHEN copy_of = 0 THEN 'letter_written' ELSE 'letter_copied' END
		FROM document_letter WHERE register_id = $1
	UNION ALL SELECT person, file, 'file_attached' FROM document_file WHERE register_id = $1
	UNION ALL SELECT person, placed, CASE WHEN municipality = '' THEN 'order_placed' ELSE 'order_received' END
		FROM exchange_order WHERE register_id = $1
	UNION ALL SELECT person, fact, 'assignment_ended' FROM assignment_ended WHERE register_id = $1
	UNION ALL SELECT person, handover, 'handover_made' FROM transition_handover WHERE register_id = $1
	UNION ALL SELECT person, fact, 'search_step_taken' FROM transition_search WHERE register_id = $1
	UNION ALL SELECT person, move, 'resident_moved' FROM transition_move WHERE register_id = $1
	UNION ALL SELECT 0, fact, 'worker_left' FROM desk_left WHERE register_id = $1
	UNION ALL SELECT 0, fact, 'scheme_adopted' FROM scheme_version WHERE register_id = $1) d
LEFT JOIN journal_fact f ON f.register_id = $1 AND f.person = d.person AND f.fact = d.fact AND f.kind = d.kind
WHERE f.fact IS NULL;

-- monitor_number_without_fact: promise 10: a row that speaks of a fact that is not in the journal
SELECT d.person, d.fact FROM (
	SELECT person, about AS fact FROM document_letter WHERE register_id = $1
	UNION ALL SELECT person, fact FROM journal_task WHERE register_id = $1
	UNION ALL SELECT 0, fact FROM exchange_received WHERE register_id = $1) d
WHERE NOT EXISTS (SELECT 1 FROM journal_fact f WHERE f.register_id = $1 AND f.fact = d.fact);

-- monitor_row_without_ground: promise 10: a row that stands on another row that is not there
SELECT a.person, a.assignment FROM assignment_assignment a
LEFT JOIN decision_line l
	ON l.register_id = a.register_id AND l.person = a.person AND l.decision = a.decision AND l.line = a.line
WHERE a.register_id = $1 AND l.line IS NULL
UNION ALL SELECT w.person, w.decision FROM assignment_waiting w
LEFT JOIN decision_line l
	ON l.register_id = w.register_id AND l.person = w.person AND l.decision = w.decision AND l.line = w.line
WHERE w.register_id = $1 AND l.line IS NULL
UNION ALL SELECT l.person, l.decision FROM decision_line l
WHERE l.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM decision_decision d WHERE d.register_id = $1 AND d.person = l.person AND d.decision = l.decision)
	AND NOT EXISTS (SELECT 1 FROM decision_later d WHERE d.register_id = $1 AND d.person = l.person AND d.later = l.decision)
	AND NOT EXISTS (SELECT 1 FROM decision_urgent d WHERE d.register_id = $1 AND d.person = l.person AND d.urgent = l.decision)
UNION ALL SELECT c.person, c.assignment FROM care_care c
LEFT JOIN assignment_assignment a ON a.register_id = c.register_id AND a.person = c.person AND a.assignment = c.assignment
LEFT JOIN assignment_ended e ON e.register_id = c.register_id AND e.person = c.person AND e.assignment = c.assignment
LEFT JOIN exchange_order o ON o.register_id = c.register_id AND o.assignment = c.assignment AND o.municipality <> ''
WHERE c.register_id = $1 AND a.assignment IS NULL AND e.assignment IS NULL AND o.assignment IS NULL
UNION ALL SELECT d.person, d.assignment FROM assignment_delivery d
LEFT JOIN assignment_assignment a ON a.register_id = d.register_id AND a.person = d.person AND a.assignment = d.assignment
WHERE d.register_id = $1 AND a.assignment IS NULL
UNION ALL SELECT o.person, o.assignment FROM exchange_order o
LEFT JOIN assignment_assignment a ON a.register_id = o.register_id AND a.person = o.person AND a.assignment = o.assignment
LEFT JOIN assignment_ended e ON e.register_id = o.register_id AND e.person = o.person AND e.assignment = o.assignment
WHERE o.register_id = $1 AND o.municipality = '' AND a.assignment IS NULL AND e.assignment IS NULL
UNION ALL SELECT i.person, i.report FROM investigation_outcome i
WHERE i.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM desk_report r WHERE r.register_id = $1 AND r.report = i.report AND r.person = i.person)
UNION ALL SELECT d.person, d.report FROM decision_decision d
WHERE d.register_id = $1 AND d.report <> d.decision AND NOT EXISTS (
	SELECT 1 FROM decision_application p WHERE p.register_id = $1 AND p.report = d.report AND p.person = d.person);

-- monitor_report_without_case: promise 10: a report that no work list knows, or a case without a report
SELECT r.person, r.report FROM desk_report r
WHERE r.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM caseload_case c WHERE c.register_id = $1 AND c.report = r.report AND c.person = r.person)
UNION ALL SELECT c.person, c.report FROM caseload_case c
WHERE c.register_id = $1 AND c.report <> c.decision AND NOT EXISTS (
	SELECT 1 FROM desk_report r WHERE r.register_id = $1 AND r.report = c.report AND r.person = c.person);

-- monitor_history: promise 10: a case whose days leave one out or have one twice, or end otherwise than the case stands
SELECT c.person, c.report FROM caseload_case c
WHERE c.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM caseload_history h
	-- found by its report: the index of a day would give half of all cases for each case
	WHERE h.register_id = $1 AND h.report = c.report AND h.valid_until >= '9999-12-31' AND h.status || '' = c.status
		AND h.team = c.team AND h.contact = c.contact)
UNION ALL SELECT person, report FROM (
	SELECT person, report, valid_until, LEAD(valid_from) OVER (PARTITION BY report ORDER BY valid_from) AS next_from
	FROM caseload_history WHERE register_id = $1) h
WHERE next_from <> valid_until;

-- monitor_waiting_elsewhere: promise 10: a granted line waits, and its case stands in the work list as something else
SELECT w.person, c.report FROM assignment_waiting w
JOIN decision_decision d ON d.register_id = w.register_id AND d.person = w.person AND d.decision = w.decision
JOIN caseload_case c ON c.register_id = d.register_id AND c.report = d.report
WHERE w.register_id = $1 AND c.status <> 'waiting';

-- monitor_contact_elsewhere: promise 10: the work list has a case with another contact person than the client has
SELECT c.person, c.report FROM caseload_case c
JOIN (SELECT person, MAX(valid_from) AS valid_from FROM desk_contact WHERE register_id = $1 GROUP BY person) n
	ON n.person = c.person
JOIN desk_contact d ON d.register_id = c.register_id AND d.person = c.person AND d.valid_from = n.valid_from
WHERE c.register_id = $1 AND c.contact <> d.contact;

-- monitor_counters: promise 10: a kept number of cases that is not the number that counting gives
SELECT 0, SUM(cases) FROM (
	SELECT team, contact, status, cases FROM caseload_count WHERE register_id = $1
	UNION ALL
	SELECT team, contact, status, -COUNT(*) FROM caseload_case WHERE register_id = $1 GROUP BY team, contact, status) c
GROUP BY team, contact, status HAVING SUM(cases) <> 0;

-- monitor_files: promise 9: the files that were attached, with the digest of what must be in them
SELECT person, file, digest FROM document_file WHERE register_id = $1 AND withdrawn_on IS NULL ORDER BY file;
