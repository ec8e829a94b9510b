-- Practice: the resident's report, what was investigated and decided, who was assigned, and the care that runs.

CREATE TABLE desk_report (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	person BIGINT NOT NULL,
	area TEXT NOT NULL,
	asked TEXT NOT NULL,
	channel TEXT NOT NULL,
	received_on DATE NOT NULL,
	due_on DATE NOT NULL,
	PRIMARY KEY (register_id, report)
);
CREATE INDEX desk_report_person ON desk_report (register_id, person, report);

-- Whose client somebody is, and who the fixed contact person is; half-open, no day without both.
CREATE TABLE desk_contact (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	owner TEXT NOT NULL,
	team TEXT NOT NULL,
	contact TEXT NOT NULL,
	PRIMARY KEY (register_id, person, valid_from),
	CHECK (valid_from < valid_until)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE investigation_outcome (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	investigation BIGINT NOT NULL,
	person BIGINT NOT NULL,
	concluded_on DATE NOT NULL,
	needs TEXT NOT NULL,
	own_strength TEXT NOT NULL,
	network TEXT NOT NULL,
	general_provisions TEXT NOT NULL,
	conclusion TEXT NOT NULL,
	PRIMARY KEY (register_id, report)
);
CREATE INDEX investigation_outcome_person ON investigation_outcome (register_id, person);

CREATE TABLE investigation_line (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	line BIGINT NOT NULL,
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	PRIMARY KEY (register_id, report, line)
);

CREATE TABLE decision_application (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	application BIGINT NOT NULL,
	person BIGINT NOT NULL,
	received_on DATE NOT NULL,
	due_on DATE NOT NULL,
	PRIMARY KEY (register_id, report)
);
CREATE INDEX decision_application_person ON decision_application (register_id, person);

CREATE TABLE decision_decision (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	person BIGINT NOT NULL,
	decided_on DATE NOT NULL,
	outcome TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	reasons TEXT NOT NULL,
	objection_until DATE NOT NULL,
	PRIMARY KEY (register_id, report)
);
CREATE INDEX decision_decision_person ON decision_decision (register_id, person);

CREATE TABLE decision_line (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	reasons TEXT NOT NULL,
	PRIMARY KEY (register_id, person, decision, line),
	CHECK (valid_from < valid_until)
) /*sqlite WITHOUT ROWID */;

-- Decided, and waiting for a provider.
CREATE TABLE assignment_waiting (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	since DATE NOT NULL,
	PRIMARY KEY (register_id, person, decision, line)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX assignment_waiting_since ON assignment_waiting (register_id, since, person);

CREATE TABLE assignment_assignment (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	product TEXT NOT NULL,
	party TEXT NOT NULL, -- who answers to the municipality
	deliverer TEXT NOT NULL, -- who comes; the same party, or one under it
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	choice TEXT NOT NULL,
	explanation TEXT NOT NULL, -- the candidates with their reasons, JSON, as it was
	PRIMARY KEY (register_id, person, assignment),
	CHECK (valid_from < valid_until)
);
CREATE UNIQUE INDEX assignment_assignment_line ON assignment_assignment (register_id, decision, line);

CREATE TABLE care_care (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	started_on DATE NOT NULL,
	PRIMARY KEY (register_id, person, assignment)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE caseload_case (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	person BIGINT NOT NULL,
	team TEXT NOT NULL,
	contact TEXT NOT NULL,
	status TEXT NOT NULL,
	asked TEXT NOT NULL,
	since DATE NOT NULL,
	due_on DATE NOT NULL, -- the day on which the next step must have been taken; far away when none waits
	decision BIGINT NOT NULL, -- 0 until there is one
	granted_lines BIGINT NOT NULL,
	assigned_lines BIGINT NOT NULL, -- those with a provider
	started_lines BIGINT NOT NULL, -- those whose care began
	PRIMARY KEY (register_id, report)
);
CREATE INDEX caseload_case_contact ON caseload_case (register_id, contact, status, due_on, report);
CREATE INDEX caseload_case_team ON caseload_case (register_id, team, status, due_on, report);
CREATE INDEX caseload_case_status ON caseload_case (register_id, status, due_on, report);
CREATE INDEX caseload_case_person ON caseload_case (register_id, person, report);

-- Whose case an assignment belongs to, and whether its care began.
CREATE TABLE caseload_line (
	register_id BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	report BIGINT NOT NULL,
	is_started SMALLINT NOT NULL,
	PRIMARY KEY (register_id, assignment)
);

-- How many cases there are, kept so that a list knows its length without counting.
CREATE TABLE caseload_count (
	register_id BIGINT NOT NULL,
	status TEXT NOT NULL,
	team TEXT NOT NULL,
	contact TEXT NOT NULL,
	cases BIGINT NOT NULL,
	PRIMARY KEY (register_id, status, team, contact)
) /*sqlite WITHOUT ROWID */;
