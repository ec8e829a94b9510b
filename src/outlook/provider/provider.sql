-- provider_waiting: to whom a party will come and has not begun on a day, the longest waiting first
SELECT d.person, d.assignment, d.product, l.amount, l.unit, l.frequency, d.valid_from, d.valid_until,
	v.initials, v.prefix, v.surname,
	(SELECT o.answered_on FROM exchange_order o WHERE o.register_id = d.register_id AND o.assignment = d.assignment) AS answered_on
FROM assignment_delivery d
JOIN assignment_assignment a ON a.register_id = d.register_id AND a.person = d.person AND a.assignment = d.assignment
JOIN decision_line l
	ON l.register_id = d.register_id AND l.person = d.person AND l.decision = a.decision AND l.line = a.line
LEFT JOIN care_care c
	ON c.register_id = d.register_id AND c.person = d.person AND c.assignment = d.assignment AND c.started_on <= $3
LEFT JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 AND d.deliverer = $2 AND d.valid_until > $3 AND (c.assignment IS NULL OR d.valid_from > $3)
	AND (d.valid_from <= $3 OR EXISTS (SELECT 1 FROM journal_fact f WHERE f.register_id = $1 AND f.recorded_at < $4
		AND f.fact = COALESCE((SELECT MAX(h.handover) FROM transition_handover h
			WHERE h.register_id = $1 AND h.person = d.person AND h.assignment = d.assignment
				AND h.handed_on = d.valid_from), d.assignment)))
	AND (d.valid_from, d.person, d.assignment) > ($5, $6, $7)
ORDER BY d.valid_from, d.person, d.assignment LIMIT 50;

-- provider_started: to whom a party comes on a day, by name
SELECT d.person, d.assignment, d.product, l.amount, l.unit, l.frequency, d.valid_from, d.valid_until, c.started_on,
	v.initials, v.prefix, v.surname,
	COALESCE((SELECT g.sort FROM care_gap g WHERE g.register_id = d.register_id AND g.person = d.person
		AND g.assignment = d.assignment AND g.from_day <= $3 AND g.until_day > $3), '') AS gap,
	(SELECT g.from_day FROM care_gap g WHERE g.register_id = d.register_id AND g.person = d.person
		AND g.assignment = d.assignment AND g.from_day <= $3 AND g.until_day > $3) AS gap_from
FROM assignment_delivery d
JOIN assignment_assignment a ON a.register_id = d.register_id AND a.person = d.person AND a.assignment = d.assignment
JOIN decision_line l
	ON l.register_id = d.register_id AND l.person = d.person AND l.decision = a.decision AND l.line = a.line
JOIN care_care c
	ON c.register_id = d.register_id AND c.person = d.person AND c.assignment = d.assignment AND c.started_on <= $3
JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 AND d.deliverer = $2 AND d.valid_from <= $3 AND d.valid_until > $3
	AND (v.search_name, d.person, d.assignment) > (
		COALESCE((SELECT b.search_name FROM person_vault b WHERE b.register_id = $1 AND b.person = $4), ''), $4, $5)
ORDER BY v.search_name, d.person, d.assignment LIMIT 50;

-- provider_delivery: what delivery of one assignment needs, with the contact person on the day; the latest period counts
SELECT d.person, d.assignment, d.product, l.amount, l.unit, l.frequency, d.valid_from, d.valid_until, c.started_on,
	v.initials, v.prefix, v.surname,
	COALESCE((SELECT COALESCE(x.name, o.contact) FROM desk_contact o
		LEFT JOIN access_account x ON x.register_id = o.register_id AND x.account = o.contact
		WHERE o.register_id = $1 AND o.person = d.person AND o.valid_from <= $4 AND o.valid_until > $4), '') AS contact,
	COALESCE((SELECT g.sort FROM care_gap g WHERE g.register_id = d.register_id AND g.person = d.person
		AND g.assignment = d.assignment AND g.from_day <= $4 AND g.until_day > $4), '') AS gap,
	(SELECT g.from_day FROM care_gap g WHERE g.register_id = d.register_id AND g.person = d.person
		AND g.assignment = d.assignment AND g.from_day <= $4 AND g.until_day > $4) AS gap_from
FROM assignment_assignment a
JOIN assignment_delivery d ON d.register_id = a.register_id AND d.person = a.person AND d.assignment = a.assignment
JOIN decision_line l
	ON l.register_id = d.register_id AND l.person = d.person AND l.decision = a.decision AND l.line = a.line
LEFT JOIN care_care c
	ON c.register_id = d.register_id AND c.person = d.person AND c.assignment = d.assignment AND c.started_on <= $4
LEFT JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE a.register_id = $1 AND a.person = (SELECT f.person FROM journal_fact f WHERE f.register_id = $1 AND f.fact = $3)
	AND a.assignment = $3 AND d.deliverer = $2 AND d.valid_until > $4
	AND (d.valid_from <= $4 OR EXISTS (SELECT 1 FROM journal_fact f WHERE f.register_id = $1 AND f.recorded_at < $5
		AND f.fact = COALESCE((SELECT MAX(h.handover) FROM transition_handover h
			WHERE h.register_id = $1 AND h.person = d.person AND h.assignment = d.assignment
				AND h.handed_on = d.valid_from), d.assignment)))
ORDER BY d.valid_from DESC LIMIT 1;

-- provider_count: how the deliveries of an organisation for a contract party stand on a day
SELECT COUNT(*) AS assigned,
	COALESCE(SUM(CASE WHEN d.valid_from <= $4 AND c.assignment IS NOT NULL THEN 1 ELSE 0 END), 0) AS started,
	COALESCE(SUM(CASE WHEN d.valid_from > $4 THEN 1 ELSE 0 END), 0) AS coming,
	COALESCE(SUM(CASE WHEN d.valid_from <= $4 AND c.assignment IS NULL THEN 1 ELSE 0 END), 0) AS waiting,
	COALESCE(SUM(CASE WHEN d.valid_from <= $5 AND c.assignment IS NULL THEN 1 ELSE 0 END), 0) AS late,
	MIN(CASE WHEN d.valid_from <= $4 AND c.assignment IS NULL THEN d.valid_from END) AS oldest
FROM assignment_delivery d
LEFT JOIN care_care c
	ON c.register_id = d.register_id AND c.person = d.person AND c.assignment = d.assignment AND c.started_on <= $4
WHERE d.register_id = $1 AND d.deliverer = $2 AND (d.party = $3 OR $3 = '') AND d.valid_until > $4
	AND (d.valid_from <= $4 OR EXISTS (SELECT 1 FROM journal_fact f WHERE f.register_id = $1 AND f.recorded_at < $6
		AND f.fact = COALESCE((SELECT MAX(h.handover) FROM transition_handover h
			WHERE h.register_id = $1 AND h.person = d.person AND h.assignment = d.assignment
				AND h.handed_on = d.valid_from), d.assignment)));

-- provider_counts: the same for each contract party as a whole; a client who goes to another member later counts once
SELECT d.party, COUNT(*) AS assigned,
	SUM(CASE WHEN d.valid_from <= $2 AND c.assignment IS NOT NULL THEN 1 ELSE 0 END) AS started,
	SUM(CASE WHEN d.valid_from > $2 THEN 1 ELSE 0 END) AS coming,
	SUM(CASE WHEN d.valid_from <= $2 AND c.assignment IS NULL THEN 1 ELSE 0 END) AS waiting,
	SUM(CASE WHEN d.valid_from <= $3 AND c.assignment IS NULL THEN 1 ELSE 0 END) AS late,
	MIN(CASE WHEN d.valid_from <= $2 AND c.assignment IS NULL THEN d.valid_from END) AS oldest
FROM assignment_assignment d
LEFT JOIN care_care c
	ON c.register_id = d.register_id AND c.person = d.person AND c.assignment = d.assignment AND c.started_on <= $2
WHERE d.register_id = $1 AND d.valid_until > $2
	AND (d.valid_from <= $2 OR EXISTS (SELECT 1 FROM journal_fact f
		WHERE f.register_id = $1 AND f.fact = d.assignment AND f.recorded_at < $4))
GROUP BY d.party ORDER BY d.party;

-- provider_authority_counts: the same for each municipality whose college decided, and each contract party
SELECT x.authority, d.party, COUNT(*) AS assigned,
	SUM(CASE WHEN d.valid_from <= $2 AND c.assignment IS NOT NULL THEN 1 ELSE 0 END) AS started,
	SUM(CASE WHEN d.valid_from > $2 THEN 1 ELSE 0 END) AS coming,
	SUM(CASE WHEN d.valid_from <= $2 AND c.assignment IS NULL THEN 1 ELSE 0 END) AS waiting,
	SUM(CASE WHEN d.valid_from <= $3 AND c.assignment IS NULL THEN 1 ELSE 0 END) AS late,
	MIN(CASE WHEN d.valid_from <= $2 AND c.assignment IS NULL THEN d.valid_from END) AS oldest
FROM assignment_assignment d
JOIN (
	SELECT person, decision, authority FROM decision_decision WHERE register_id = $1
	UNION ALL SELECT person, urgent, authority FROM decision_urgent WHERE register_id = $1
	UNION ALL SELECT l.person, l.later, e.authority FROM decision_later l
	JOIN decision_decision e ON e.register_id = l.register_id AND e.person = l.person AND e.report = l.report
	WHERE l.register_id = $1 AND NOT EXISTS (
		SELECT 1 FROM decision_urgent u WHERE u.register_id = $1 AND u.person = l.person AND u.urgent = l.later)) x
	ON x.person = d.person AND x.decision = d.decision
LEFT JOIN care_care c
	ON c.register_id = d.register_id AND c.person = d.person AND c.assignment = d.assignment AND c.started_on <= $2
WHERE d.register_id = $1 AND d.valid_until > $2
	AND (d.valid_from <= $2 OR EXISTS (SELECT 1 FROM journal_fact f
		WHERE f.register_id = $1 AND f.fact = d.assignment AND f.recorded_at < $4))
GROUP BY x.authority, d.party ORDER BY x.authority, d.party;

-- provider_searches: the steps at which the search of a party goes on, on a day, in the order of the ladder
SELECT s.step, COUNT(*) AS clients, MIN(s.started_on) AS oldest FROM transition_search s
WHERE s.register_id = $1 AND s.party = $2 AND s.started_on <= $3 AND (s.ended_on IS NULL OR s.ended_on > $3)
GROUP BY s.place, s.step ORDER BY s.place;

-- provider_delivers: whether a party delivers an assignment, did or will; or has the order without an assignment
SELECT 1 FROM assignment_delivery
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND deliverer = $4
UNION SELECT 1 FROM exchange_order o
WHERE o.register_id = $1 AND o.person = $2 AND o.assignment = $3 AND o.party = $4 AND NOT EXISTS (
	SELECT 1 FROM assignment_delivery d WHERE d.register_id = $1 AND d.person = $2 AND d.assignment = $3);

-- provider_delivers_still: the same after a day
SELECT 1 FROM assignment_delivery
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND deliverer = $4 AND valid_until > $5
UNION SELECT 1 FROM exchange_order o
WHERE o.register_id = $1 AND o.person = $2 AND o.assignment = $3 AND o.party = $4 AND NOT EXISTS (
	SELECT 1 FROM assignment_delivery d WHERE d.register_id = $1 AND d.person = $2 AND d.assignment = $3);

-- provider_delivers_now: whether a party delivers an assignment on a day, or has the order without an assignment
SELECT 1 FROM assignment_delivery
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND deliverer = $4 AND valid_from <= $5 AND valid_until > $5
UNION SELECT 1 FROM exchange_order o
WHERE o.register_id = $1 AND o.person = $2 AND o.assignment = $3 AND o.party = $4 AND NOT EXISTS (
	SELECT 1 FROM assignment_delivery d WHERE d.register_id = $1 AND d.person = $2 AND d.assignment = $3);

-- provider_delivered_on: whether a day lies before the end of what a party delivered by another day
SELECT 1 FROM assignment_delivery
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND deliverer = $4 AND valid_from <= $5 AND valid_until > $6;

-- provider_last_of_other: whether somebody else brought the last report that counts; of a message its day says so
SELECT 1 FROM exchange_report r
JOIN journal_fact f ON f.register_id = r.register_id AND f.fact = r.fact
LEFT JOIN access_account x ON x.register_id = f.register_id AND x.account = f.account AND x.party <> ''
WHERE r.register_id = $1 AND r.assignment = $3 AND r.fact = (SELECT MAX(l.fact) FROM exchange_report l
		WHERE l.register_id = $1 AND l.assignment = $3 AND l.state <> '')
	AND ((x.party IS NOT NULL AND x.party <> $4) OR (x.party IS NULL AND EXISTS (
		SELECT 1 FROM assignment_delivery d WHERE d.register_id = $1 AND d.person = $2 AND d.assignment = $3)
	AND NOT EXISTS (SELECT 1 FROM assignment_delivery d WHERE d.register_id = $1 AND d.person = $2 AND d.assignment = $3
		AND d.deliverer = $4 AND d.valid_from <= r.from_day AND d.valid_until >= r.from_day)));

-- provider_last_of_later: whether that is of somebody who came after a party
SELECT 1 FROM exchange_report r
JOIN journal_fact f ON f.register_id = r.register_id AND f.fact = r.fact
LEFT JOIN access_account x ON x.register_id = f.register_id AND x.account = f.account AND x.party <> ''
WHERE r.register_id = $1 AND r.assignment = $3 AND r.fact = (SELECT MAX(l.fact) FROM exchange_report l
		WHERE l.register_id = $1 AND l.assignment = $3 AND l.state <> '')
	AND (x.party IS NULL OR x.party <> $4)
	AND r.from_day >= (SELECT MAX(d.valid_until) FROM assignment_delivery d
		WHERE d.register_id = $1 AND d.person = $2 AND d.assignment = $3 AND d.deliverer = $4 AND d.valid_from <= $5);

-- provider_visits: to whom a helper of a party comes on a day, by street; only what that party delivers
SELECT h.person, h.assignment, d.product, l.amount, l.unit, l.frequency, h.times, h.per, v.initials, v.prefix, v.surname, v.street,
	v.house_number, v.house_addition, v.postcode, v.place
FROM care_worker h
JOIN assignment_delivery d ON d.register_id = h.register_id AND d.person = h.person AND d.assignment = h.assignment
	AND d.valid_from <= $4 AND d.valid_until > $4 AND d.deliverer = $3
JOIN assignment_assignment a ON a.register_id = d.register_id AND a.person = d.person AND a.assignment = d.assignment
JOIN decision_line l
	ON l.register_id = d.register_id AND l.person = d.person AND l.decision = a.decision AND l.line = a.line
JOIN person_vault v ON v.register_id = h.register_id AND v.person = h.person
WHERE h.register_id = $1 AND h.helper = $2 AND h.from_day <= $4 AND h.until_day > $4
ORDER BY v.postcode, v.street, v.house_number, h.person, h.assignment LIMIT 200;

-- provider_past: what a party delivered and does no more, newest first, below a number: bare lines, without who it was
SELECT d.assignment, d.product, d.valid_from, d.valid_until FROM assignment_delivery d
WHERE d.register_id = $1 AND d.deliverer = $2 AND d.valid_until <= $3 AND d.assignment < $4
ORDER BY d.assignment DESC, d.valid_from DESC LIMIT 50;

-- provider_waits: of what each party began after one day and by another: placed and begun on which days, and how often
SELECT party, placed_on, started_on, COUNT(*) AS people FROM exchange_order
WHERE register_id = $1 AND started_on > $2 AND started_on <= $3
GROUP BY party, placed_on, started_on ORDER BY party;

-- provider_refusals: how often each organisation did not take somebody in that time
SELECT party, COUNT(*) AS people FROM care_declined
WHERE register_id = $1 AND declined_on > $2 AND declined_on <= $3 GROUP BY party ORDER BY party;

-- provider_complaints: how many complaints came in about each organisation in that time
SELECT party, COUNT(*) AS people FROM safety_complaint
WHERE register_id = $1 AND received_on > $2 AND received_on <= $3 AND party <> '' GROUP BY party ORDER BY party;

-- provider_teams: with how many organisations each team has to do on a day
SELECT h.team, COUNT(DISTINCT d.deliverer) AS organisations FROM caseload_history h
JOIN assignment_delivery d ON d.register_id = h.register_id AND d.person = h.person AND d.valid_from <= $2 AND d.valid_until > $2
WHERE h.register_id = $1 AND h.valid_from <= $2 AND h.valid_until > $2 AND h.team <> '' GROUP BY h.team ORDER BY h.team;
