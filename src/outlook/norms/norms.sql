-- norms_grants: granted lines whose first day lies in a period, by product, first day and the day on which care began
WITH g AS MATERIALIZED (
	SELECT l.product, l.valid_from, (
		SELECT MIN(c.started_on) FROM assignment_assignment a
		JOIN care_care c ON c.register_id = a.register_id AND c.person = a.person AND c.assignment = a.assignment
		WHERE a.register_id = l.register_id AND a.person = l.person AND a.decision = l.decision AND a.line = l.line) AS started_on
	FROM decision_line l
	WHERE l.register_id = $1 AND l.valid_from >= $2 AND l.valid_from <= $3)
SELECT g.product, g.valid_from, g.started_on, COUNT(*) FROM g
GROUP BY g.product, g.valid_from, g.started_on ORDER BY g.product, g.valid_from, g.started_on;

-- norms_grants_of: the lines of that period with their clients and the day on which care began; the oldest first
SELECT l.person, l.decision AS number, l.product AS what, l.valid_from AS since, v.initials, v.prefix, v.surname, (
		SELECT MIN(c.started_on) FROM assignment_assignment a
		JOIN care_care c ON c.register_id = a.register_id AND c.person = a.person AND c.assignment = a.assignment
		WHERE a.register_id = l.register_id AND a.person = l.person AND a.decision = l.decision AND a.line = l.line) AS started_on
FROM decision_line l
LEFT JOIN person_vault v ON v.register_id = l.register_id AND v.person = l.person
WHERE l.register_id = $1 AND l.valid_from >= $2 AND l.valid_from <= $3
ORDER BY l.valid_from, l.person, l.decision, l.line;

-- norms_investigations: reports of a period: investigated, or closed with nothing more needed, in time, too late, and not yet due
SELECT COALESCE(SUM(CASE WHEN COALESCE(i.concluded_on, z.closed_on) <= $3 AND COALESCE(i.concluded_on, z.closed_on) <= r.due_on THEN 1 ELSE 0 END), 0),
	COALESCE(SUM(CASE WHEN (COALESCE(i.concluded_on, z.closed_on) <= $3 AND COALESCE(i.concluded_on, z.closed_on) > r.due_on)
		OR ((COALESCE(i.concluded_on, z.closed_on) IS NULL OR COALESCE(i.concluded_on, z.closed_on) > $3) AND r.due_on < $3) THEN 1 ELSE 0 END), 0),
	COALESCE(SUM(CASE WHEN (COALESCE(i.concluded_on, z.closed_on) IS NULL OR COALESCE(i.concluded_on, z.closed_on) > $3) AND r.due_on >= $3 THEN 1 ELSE 0 END), 0)
FROM desk_report r
LEFT JOIN investigation_outcome i ON i.register_id = r.register_id AND i.report = r.report
LEFT JOIN desk_closed z ON z.register_id = r.register_id AND z.report = r.report
WHERE r.register_id = $1 AND r.received_on >= $2 AND r.received_on <= $3;

-- norms_investigations_late: those that are or were too late, the oldest first
SELECT r.person, r.report AS number, r.asked AS what, r.due_on AS since, v.initials, v.prefix, v.surname FROM desk_report r
LEFT JOIN investigation_outcome i ON i.register_id = r.register_id AND i.report = r.report
LEFT JOIN desk_closed z ON z.register_id = r.register_id AND z.report = r.report
LEFT JOIN person_vault v ON v.register_id = r.register_id AND v.person = r.person
WHERE r.register_id = $1 AND r.received_on >= $2 AND r.received_on <= $3
	AND ((COALESCE(i.concluded_on, z.closed_on) <= $3 AND COALESCE(i.concluded_on, z.closed_on) > r.due_on)
		OR ((COALESCE(i.concluded_on, z.closed_on) IS NULL OR COALESCE(i.concluded_on, z.closed_on) > $3) AND r.due_on < $3))
ORDER BY r.due_on, r.report;

-- norms_decisions: applications of a period: decided in time, too late, and not yet due
SELECT COALESCE(SUM(CASE WHEN d.decided_on <= $3 AND d.decided_on <= p.due_on THEN 1 ELSE 0 END), 0),
	COALESCE(SUM(CASE WHEN (d.decided_on <= $3 AND d.decided_on > p.due_on)
		OR ((d.decided_on IS NULL OR d.decided_on > $3) AND p.due_on < $3) THEN 1 ELSE 0 END), 0),
	COALESCE(SUM(CASE WHEN (d.decided_on IS NULL OR d.decided_on > $3) AND p.due_on >= $3 THEN 1 ELSE 0 END), 0)
FROM decision_application p
LEFT JOIN decision_decision d ON d.register_id = p.register_id AND d.report = p.report
WHERE p.register_id = $1 AND p.received_on >= $2 AND p.received_on <= $3;

-- norms_decisions_late: those that are or were too late, the oldest first
SELECT p.person, p.report AS number, r.asked AS what, p.due_on AS since, v.initials, v.prefix, v.surname FROM decision_application p
JOIN desk_report r ON r.register_id = p.register_id AND r.report = p.report
LEFT JOIN decision_decision d ON d.register_id = p.register_id AND d.report = p.report
LEFT JOIN person_vault v ON v.register_id = p.register_id AND v.person = p.person
WHERE p.register_id = $1 AND p.received_on >= $2 AND p.received_on <= $3
	AND ((d.decided_on <= $3 AND d.decided_on > p.due_on)
		OR ((d.decided_on IS NULL OR d.decided_on > $3) AND p.due_on < $3))
ORDER BY p.due_on, p.report;

-- norms_waiting: what is granted on the day without anybody who delivers on it, with the clients; the longest first
SELECT l.person, l.decision AS number, l.product AS what, d.decided_on AS since, v.initials, v.prefix, v.surname FROM decision_line l
JOIN decision_decision d ON d.register_id = l.register_id AND d.person = l.person AND d.decision = l.decision
LEFT JOIN person_vault v ON v.register_id = l.register_id AND v.person = l.person
WHERE l.register_id = $1 AND d.decided_on <= $2 AND l.valid_from <= $2 AND l.valid_until > $2
	AND NOT EXISTS (SELECT 1 FROM assignment_assignment a
		WHERE a.register_id = l.register_id AND a.person = l.person AND a.decision = l.decision AND a.line = l.line
			AND a.valid_from <= $2 AND a.valid_until > $2)
ORDER BY d.decided_on, l.person, l.decision, l.line;

-- norms_count_resting: how many granted lines that run on a day, or begin later, rest on a time norm
SELECT COUNT(*) FROM decision_line WHERE register_id = $1 AND norm_set = $2 AND valid_until > $3;

-- norms_resting: these lines by client, with the contact person on the day and the first report since the norm was struck down
SELECT l.person, l.decision, l.line, l.product, l.amount, l.unit, l.frequency, l.valid_until, v.initials, v.prefix, v.surname,
	COALESCE(a.name, c.contact) AS worker, (
		SELECT MIN(r.received_on) FROM desk_report r
		WHERE r.register_id = l.register_id AND r.person = l.person AND r.received_on >= $7) AS reported_on
FROM decision_line l
LEFT JOIN person_vault v ON v.register_id = l.register_id AND v.person = l.person
LEFT JOIN desk_contact c ON c.register_id = l.register_id AND c.person = l.person AND c.valid_from <= $3 AND c.valid_until > $3
LEFT JOIN access_account a ON a.register_id = c.register_id AND a.account = c.contact
WHERE l.register_id = $1 AND l.norm_set = $2 AND l.valid_until > $3
	AND (l.person, l.decision, l.line) > ($4, $5, $6)
ORDER BY l.person, l.decision, l.line LIMIT 50;
