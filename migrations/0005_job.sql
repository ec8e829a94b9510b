-- Jobs: one row per kind; whoever holds the lease runs it.

CREATE TABLE job_job (
	register_id BIGINT NOT NULL, -- 0: for the database as a whole
	name TEXT NOT NULL,
	due_at BIGINT NOT NULL,
	leased_until BIGINT NOT NULL,
	failures BIGINT NOT NULL,
	fault TEXT NOT NULL, -- the words of the last failure
	PRIMARY KEY (register_id, name)
);
