-- What a departure ended, so that it can stand again where the departure was a mistake.

CREATE TABLE decision_stopped ( -- the line as it was granted
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	later BIGINT NOT NULL, -- the decision that ended it
	report BIGINT NOT NULL,
	ends_from DATE NOT NULL, -- the first day that was not as before
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	reasons TEXT NOT NULL,
	norm_set TEXT,
	household_reason TEXT,
	decided_on DATE NOT NULL,
	is_budget SMALLINT NOT NULL,
	PRIMARY KEY (register_id, person, later)
);
ALTER TABLE decision_later ADD COLUMN restored_on DATE; -- what it ended stands again since that day

-- A case that ended with its resident's death, and where it stood before.
CREATE TABLE caseload_departed (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	person BIGINT NOT NULL,
	status TEXT NOT NULL,
	due_on DATE NOT NULL,
	PRIMARY KEY (register_id, report)
);
