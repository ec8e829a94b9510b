-- Exchange: what a provider says of an order and of its care, what it is told of a change, and when it takes no new clients.

ALTER TABLE exchange_order ADD COLUMN answered_on DATE; -- the day on which the provider took the order
ALTER TABLE exchange_order ADD COLUMN changed BIGINT NOT NULL DEFAULT 0; -- the fact that a next message must tell; 0: none
ALTER TABLE exchange_order ADD COLUMN change_reason TEXT NOT NULL DEFAULT ''; -- of the change, by code list WMO002

-- What the provider said of an order, in the order of its facts. The last one with a state says where the order stands.
CREATE TABLE exchange_report (
	register_id BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	sort TEXT NOT NULL, -- answered, refused, declined, started, paused, resumed, stopped, withdrawn
	state TEXT NOT NULL, -- of the order from the day on; '' where it does not change
	from_day DATE NOT NULL, -- the first day on which it holds: of care, without care
	reason TEXT NOT NULL, -- a code of the sort's list, or the return codes
	message TEXT NOT NULL, -- identification of the message; '' where it came in by a page
	PRIMARY KEY (register_id, assignment, fact)
);

-- From when until when care of an assignment that had begun did not run.
CREATE TABLE care_gap (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	from_day DATE NOT NULL, -- the first day without care
	until_day DATE NOT NULL, -- the first day with care again, or with another reason; no day at all where both are one
	sort TEXT NOT NULL, -- pause, stop
	reason TEXT NOT NULL,
	expected_on DATE, -- when it would go on, where the provider said so
	fact BIGINT NOT NULL,
	PRIMARY KEY (register_id, person, assignment, fact)
) /*sqlite WITHOUT ROWID */;

-- A provider that did not take an order; its assignment is no more.
CREATE TABLE care_declined (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	party TEXT NOT NULL,
	product TEXT NOT NULL,
	declined_on DATE NOT NULL,
	reason TEXT NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, person, assignment)
) /*sqlite WITHOUT ROWID */;

ALTER TABLE caseload_line ADD COLUMN gap TEXT NOT NULL DEFAULT ''; -- pause, stop; '' while care runs, or before it began

-- A provider that ends an assignment itself was not told by us, and the resident is told after it.
CREATE TABLE assignment_end (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	ended_on DATE NOT NULL, -- the first day without this provider
	because TEXT NOT NULL,
	told_on DATE, -- none where the provider ended it
	told_how TEXT NOT NULL,
	fact BIGINT NOT NULL,
	PRIMARY KEY (register_id, person, assignment)
) /*sqlite WITHOUT ROWID */;
INSERT INTO assignment_end (register_id, person, assignment, ended_on, because, told_on, told_how, fact)
SELECT register_id, person, assignment, ended_on, because, told_on, told_how, fact FROM assignment_ended;
DROP TABLE assignment_ended;
ALTER TABLE assignment_end RENAME TO assignment_ended;

-- A client stop: from when until when a provider takes no new clients.
CREATE TABLE lane_intake (
	register_id BIGINT NOT NULL,
	party TEXT NOT NULL,
	fact BIGINT NOT NULL, -- that closed it
	products TEXT NOT NULL, -- names, one a line; '' for all
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	reason TEXT NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, party, fact)
);

-- What was reported before there was a log of reports.
INSERT INTO exchange_report (register_id, assignment, fact, sort, state, from_day, reason, message)
SELECT o.register_id, o.assignment, MIN(f.fact), 'started', 'started', o.started_on, '', COALESCE(MIN(r.message), '')
FROM exchange_order o
JOIN journal_fact f ON f.register_id = o.register_id AND f.person = o.person AND f.kind = 'start_reported'
	AND f.valid_on = o.started_on
LEFT JOIN exchange_received r ON r.register_id = f.register_id AND r.fact = f.fact
WHERE o.state = 'started' GROUP BY o.register_id, o.assignment, o.started_on;
