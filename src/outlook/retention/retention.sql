-- retention_due: whose file was kept long enough: what was granted ended by a day, or nothing was and the last fact is from before another
SELECT v.person FROM person_vault v
WHERE v.register_id = $1 AND (
	(EXISTS (SELECT 1 FROM decision_line l WHERE l.register_id = $1 AND l.person = v.person)
		AND NOT EXISTS (SELECT 1 FROM decision_line l
			WHERE l.register_id = $1 AND l.person = v.person AND l.valid_until > $2))
	OR (NOT EXISTS (SELECT 1 FROM decision_line l WHERE l.register_id = $1 AND l.person = v.person)
		AND NOT EXISTS (SELECT 1 FROM journal_fact f
			WHERE f.register_id = $1 AND f.person = v.person AND f.valid_on >= $3)))
ORDER BY v.person LIMIT 200;

-- retention_count_due: how many that are
SELECT COUNT(*) FROM person_vault v
WHERE v.register_id = $1 AND (
	(EXISTS (SELECT 1 FROM decision_line l WHERE l.register_id = $1 AND l.person = v.person)
		AND NOT EXISTS (SELECT 1 FROM decision_line l
			WHERE l.register_id = $1 AND l.person = v.person AND l.valid_until > $2))
	OR (NOT EXISTS (SELECT 1 FROM decision_line l WHERE l.register_id = $1 AND l.person = v.person)
		AND NOT EXISTS (SELECT 1 FROM journal_fact f
			WHERE f.register_id = $1 AND f.person = v.person AND f.valid_on >= $3)));

-- retention_count_reads: how many lines of the read log are from before a moment
SELECT COUNT(*) FROM access_read WHERE register_id = $1 AND read_at < $2;

-- retention_requests: who asked to be erased and waits, the soonest first
SELECT request, person, asked_on, due_on FROM request_request
WHERE register_id = $1 AND sort = 'erasure' AND answered_on IS NULL ORDER BY due_on, request LIMIT 50;
