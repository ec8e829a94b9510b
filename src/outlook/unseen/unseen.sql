-- unseen_no_contact: support runs or waits, and nobody spoke with the client since a day
SELECT h.person, h.report AS number, MAX(COALESCE(
	(SELECT MAX(t.talked_on) FROM care_talk t WHERE t.register_id = h.register_id AND t.person = h.person AND t.talked_on <= $2),
	(SELECT MAX(o.concluded_on) FROM investigation_outcome o WHERE o.register_id = h.register_id AND o.report = h.report),
	r.received_on, h.since)) AS since
FROM caseload_history h LEFT JOIN desk_report r ON r.register_id = h.register_id AND r.report = h.report
WHERE h.register_id = $1 AND h.person BETWEEN $3 AND $4 AND h.status IN ('waiting', 'assigned', 'in_care', 'paused') AND h.valid_from <= $2 AND h.valid_until > $2
GROUP BY h.person, h.report HAVING MAX(COALESCE(
	(SELECT MAX(t.talked_on) FROM care_talk t WHERE t.register_id = $1 AND t.person = h.person AND t.talked_on <= $2),
	(SELECT MAX(o.concluded_on) FROM investigation_outcome o WHERE o.register_id = $1 AND o.report = h.report),
	r.received_on, h.since)) < $5;

-- unseen_no_worker: care has run since a day, and it is not known who comes
SELECT c.person, c.assignment AS number, c.started_on AS since FROM care_care c
JOIN assignment_assignment a ON a.register_id = c.register_id AND a.person = c.person AND a.assignment = c.assignment
WHERE c.register_id = $1 AND c.person BETWEEN $3 AND $4 AND c.started_on < $5 AND a.valid_from <= $2 AND a.valid_until > $2
	AND NOT EXISTS (SELECT 1 FROM care_worker w WHERE w.register_id = c.register_id AND w.person = c.person
		AND w.assignment = c.assignment AND w.from_day <= $2 AND w.until_day > $2)
	AND NOT EXISTS (SELECT 1 FROM care_gap g WHERE g.register_id = c.register_id AND g.person = c.person
		AND g.assignment = c.assignment AND g.from_day <= $2 AND g.until_day > $2);

-- unseen_handover: a client was handed over, and the receiver has not confirmed that
SELECT person, assignment AS number, handed_on AS since FROM transition_handover h
WHERE register_id = $1 AND person BETWEEN $3 AND $4 AND handed_on <= $2 AND confirmed_on > $2
	AND NOT EXISTS (SELECT 1 FROM person_departure g WHERE g.register_id = h.register_id AND g.person = h.person AND g.ended_on <= $2);

-- unseen_contact_gone: the contact person has left, or has no account
SELECT c.person, 0 AS number, COALESCE(l.left_on, c.valid_from) AS since FROM desk_contact c
LEFT JOIN desk_left l ON l.register_id = c.register_id AND l.account = c.contact
LEFT JOIN access_account a ON a.register_id = c.register_id AND a.account = c.contact
WHERE c.register_id = $1 AND c.person BETWEEN $3 AND $4 AND c.valid_from <= $2 AND c.valid_until > $2
	AND (l.left_on <= $2 OR a.account IS NULL)
	AND EXISTS (SELECT 1 FROM caseload_history h WHERE h.register_id = c.register_id AND h.person = c.person
		AND h.status NOT IN ('refused', 'ended', 'closed') AND h.valid_from <= $2 AND h.valid_until > $2);

-- unseen_moved: moved, and nobody spoke with the client after that; long ago counts while a case is open
SELECT m.person, m.move AS number, m.moved_on AS since FROM transition_move m
WHERE m.register_id = $1 AND m.person BETWEEN $3 AND $4 AND m.moved_on <= $2
	AND NOT EXISTS (SELECT 1 FROM person_departure g WHERE g.register_id = m.register_id AND g.person = m.person AND g.ended_on <= $2)
	AND (m.moved_on > $5 OR EXISTS (SELECT 1 FROM caseload_history h WHERE h.register_id = m.register_id AND h.person = m.person
		AND h.status NOT IN ('refused', 'ended', 'closed') AND h.valid_from <= $2 AND h.valid_until > $2))
	AND NOT EXISTS (SELECT 1 FROM care_talk t WHERE t.register_id = m.register_id AND t.person = m.person
		AND t.talked_on >= m.moved_on AND t.talked_on <= $2);

-- unseen_hospital: away from home
SELECT person, 0 AS number, away_from AS since FROM person_stay s
WHERE register_id = $1 AND person BETWEEN $3 AND $4 AND away_from <= $2 AND until > $2
	AND NOT EXISTS (SELECT 1 FROM person_departure g WHERE g.register_id = s.register_id AND g.person = s.person AND g.ended_on <= $2);

-- unseen_silence: a letter that asks for an answer left long ago, and no sign of the client
SELECT d.person, d.letter AS number, d.dispatched_on AS since FROM document_letter l
JOIN document_dispatch d ON d.register_id = l.register_id AND d.person = l.person AND d.letter = l.letter
WHERE l.register_id = $1 AND l.person BETWEEN $3 AND $4 AND d.dispatched_on < $5 AND d.how <> 'withheld' AND l.sort IN ('report', 'announcement')
	AND EXISTS (SELECT 1 FROM caseload_history h WHERE h.register_id = d.register_id AND h.person = d.person
		AND h.status NOT IN ('refused', 'ended', 'closed', 'in_care', 'paused') AND h.valid_from <= $2 AND h.valid_until > $2)
	AND NOT EXISTS (SELECT 1 FROM care_talk t WHERE t.register_id = d.register_id AND t.person = d.person
		AND t.talked_on >= d.dispatched_on AND t.talked_on <= $2)
	AND NOT EXISTS (SELECT 1 FROM decision_application p WHERE p.register_id = d.register_id AND p.person = d.person
		AND p.received_on >= d.dispatched_on AND p.received_on <= $2);

-- unseen_waiting: granted, and nobody delivers
SELECT person, report AS number, MIN(since) AS since FROM caseload_history
WHERE register_id = $1 AND person BETWEEN $3 AND $4 AND status = 'waiting' AND valid_from <= $2 AND valid_until > $2 GROUP BY person, report
UNION ALL SELECT u.person, u.report AS number, MIN(w.since) AS since FROM decision_urgent u
JOIN assignment_waiting w ON w.register_id = u.register_id AND w.person = u.person AND w.decision = u.urgent
WHERE u.register_id = $1 AND u.person BETWEEN $3 AND $4 AND w.since <= $2 GROUP BY u.person, u.report;

-- unseen_passed_on: passed on, and the receiver has not confirmed that it came
SELECT person, question AS number, outcome_on AS since FROM desk_question
WHERE register_id = $1 AND person BETWEEN $3 AND $4 AND outcome = 'passed_on' AND outcome_on <= $2 AND confirmed_on > $2;

-- unseen_expiring: a grant ends before a day and nothing follows it; one that ended stays until somebody acts, while a case is open
SELECT l.person, l.decision AS number, l.valid_until AS since FROM decision_line l
WHERE l.register_id = $1 AND l.person BETWEEN $3 AND $4 AND l.valid_from <= $2 AND l.valid_until <= $5
	AND NOT EXISTS (SELECT 1 FROM decision_line n WHERE n.register_id = l.register_id AND n.person = l.person
		AND n.product = l.product AND n.valid_until > l.valid_until AND (n.valid_from <= l.valid_until OR n.valid_from <= $2))
	AND (l.valid_until > $2 OR (
		NOT EXISTS (SELECT 1 FROM decision_later e WHERE e.register_id = l.register_id AND e.person = l.person
			AND e.decision = l.decision AND e.line = l.line AND e.decided_on <= $2 AND e.restored_on IS NULL)
		AND NOT EXISTS (SELECT 1 FROM caseload_history r WHERE r.register_id = l.register_id AND r.person = l.person
			AND r.status IN ('reported', 'investigated', 'applied') AND r.valid_until > l.valid_until AND r.valid_from <= $2)
		AND NOT EXISTS (SELECT 1 FROM care_talk t WHERE t.register_id = l.register_id AND t.person = l.person
			AND t.talked_on >= l.valid_until AND t.talked_on <= $2)
		AND EXISTS (SELECT 1 FROM caseload_history h WHERE h.register_id = l.register_id AND h.person = l.person
			AND h.status NOT IN ('refused', 'ended', 'closed') AND h.valid_from <= $2 AND h.valid_until > $2)));

-- unseen_deliveries: who comes under the name of another on a day, and since when
SELECT person, assignment AS number, party, deliverer, valid_from FROM assignment_delivery
WHERE register_id = $1 AND person BETWEEN $3 AND $4 AND valid_from <= $2 AND valid_until > $2 AND party <> deliverer ORDER BY party, deliverer, person;

-- unseen_evaluation: what runs, and is to be looked at together by a day
SELECT p.person, p.decision AS number, p.due_on AS since FROM care_planned p
JOIN decision_line l ON l.register_id = p.register_id AND l.person = p.person AND l.decision = p.decision AND l.line = p.line
WHERE p.register_id = $1 AND p.person BETWEEN $3 AND $4 AND p.sort = 'evaluation' AND p.due_on <= $5 AND l.valid_from <= $2 AND l.valid_until > $2;

-- unseen_reassessment: what runs, and is to be looked at anew by a day
SELECT p.person, p.decision AS number, p.due_on AS since FROM care_planned p
JOIN decision_line l ON l.register_id = p.register_id AND l.person = p.person AND l.decision = p.decision AND l.line = p.line
WHERE p.register_id = $1 AND p.person BETWEEN $3 AND $4 AND p.sort = 'reassessment' AND p.due_on <= $5 AND l.valid_from <= $2 AND l.valid_until > $2;

-- unseen_look: until which fact a day was looked at, and among how many people
SELECT fact, people FROM unseen_look WHERE register_id = $1 AND looked_on = $2;

-- unseen_keep_look: a day was looked at
INSERT INTO unseen_look (register_id, looked_on, fact, people) VALUES ($1, $2, $3, $4)
ON CONFLICT (register_id, looked_on) DO UPDATE SET fact = excluded.fact, people = excluded.people;

-- unseen_other_looks: the days that were looked at, the oldest first, but one
SELECT looked_on FROM unseen_look WHERE register_id = $1 AND looked_on <> $2 ORDER BY fact;

-- unseen_forget_look: a day is looked at no more
DELETE FROM unseen_look WHERE register_id = $1 AND looked_on = $2;

-- unseen_forget_lines: with all that was seen
DELETE FROM unseen_line WHERE register_id = $1 AND looked_on = $2;

-- unseen_kept: all lines of a look
SELECT whose, since, kind, person, number FROM unseen_line WHERE register_id = $1 AND looked_on = $2;

-- unseen_keep_line: a line of a look
INSERT INTO unseen_line (register_id, looked_on, whose, since, kind, person, number) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- unseen_forget_line: it is a line no more
DELETE FROM unseen_line
WHERE register_id = $1 AND looked_on = $2 AND whose = $3 AND since = $4 AND kind = $5 AND person = $6 AND number = $7;

-- unseen_counts: how many lines there are of each kind
SELECT kind, COUNT(*) AS lines FROM unseen_line WHERE register_id = $1 AND looked_on = $2 AND whose = $3 GROUP BY kind;

-- unseen_of_all_kinds: the next lines, oldest first
SELECT since, kind, person, number FROM unseen_line WHERE register_id = $1 AND looked_on = $2 AND whose = $3
ORDER BY since, kind, person, number LIMIT $4 OFFSET $5;

-- unseen_of_kind: the next lines of a kind, oldest first
SELECT since, kind, person, number FROM unseen_line WHERE register_id = $1 AND looked_on = $2 AND whose = $3 AND kind = $6
ORDER BY since, kind, person, number LIMIT $4 OFFSET $5;
