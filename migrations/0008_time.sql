-- Time: where each case stood on each day, tasks that were done, and databases of what was known at a moment.

-- Where a case stood, and whose it was, day by day; half-open, from the day of the report on without a gap.
CREATE TABLE caseload_history (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	person BIGINT NOT NULL,
	team TEXT NOT NULL,
	contact TEXT NOT NULL,
	status TEXT NOT NULL,
	since DATE NOT NULL, -- the day on which the case came to this status
	due_on DATE NOT NULL, -- as in caseload_case
	PRIMARY KEY (register_id, report, valid_from),
	CHECK (valid_from < valid_until)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX caseload_history_day ON caseload_history (register_id, status, valid_until, valid_from, team, contact);

-- A case is assigned, or in care, from the last of its products' days on.
ALTER TABLE caseload_case ADD COLUMN assigned_on DATE; -- the last day on which a product got its provider
ALTER TABLE caseload_case ADD COLUMN started_on DATE; -- the last day on which care of a product began

-- A task that was done stays, for whoever looks at a day before.
ALTER TABLE journal_task ADD COLUMN done_on DATE NOT NULL DEFAULT '9999-12-31'; -- the first day without it
CREATE INDEX journal_task_done ON journal_task (register_id, corner, done_on, fact, number);
