-- job_add: a kind of job that was not there yet
INSERT INTO job_job (register_id, name, due_at, leased_until, failures, fault) VALUES (0, $1, 0, 0, 0, '')
ON CONFLICT (register_id, name) DO NOTHING;

-- job_due: whether there is anything to do, without writing
SELECT COUNT(*), COALESCE(SUM(CASE WHEN due_at <= $2 AND leased_until <= $2 THEN 1 ELSE 0 END), 0) FROM job_job
WHERE register_id = 0 AND name = $1;

-- job_take: take the lease when it is due and nobody holds it
UPDATE job_job SET leased_until = $3 WHERE register_id = 0 AND name = $1 AND due_at <= $2 AND leased_until <= $2
RETURNING failures;

-- job_give: the run ended; when it is due again
UPDATE job_job SET leased_until = 0, due_at = $2, failures = $3, fault = $4 WHERE register_id = 0 AND name = $1;
