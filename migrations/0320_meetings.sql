-- Consultations: of the members of a combination among themselves, and of a contract party with the municipality.

CREATE TABLE agreement_meeting (
	register_id BIGINT NOT NULL,
	meeting BIGINT NOT NULL, -- the fact that called it
	with_whom TEXT NOT NULL, -- members, municipality
	party TEXT NOT NULL, -- the combination, or the contract party
	subject TEXT NOT NULL,
	planned_on DATE NOT NULL,
	planned_at TEXT NOT NULL, -- "14:00", or ''
	place TEXT NOT NULL,
	called_on DATE NOT NULL,
	called_by TEXT NOT NULL, -- the party; '' for the municipality
	held_on DATE, -- none: not yet
	dropped_on DATE,
	minutes TEXT NOT NULL,
	reason TEXT NOT NULL, -- why it was dropped
	PRIMARY KEY (register_id, meeting)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX agreement_meeting_party ON agreement_meeting (register_id, party, planned_on);

-- What is on the agenda, and what came of it.
CREATE TABLE agreement_meeting_point (
	register_id BIGINT NOT NULL,
	meeting BIGINT NOT NULL,
	fact BIGINT NOT NULL, -- that brought it
	place BIGINT NOT NULL, -- in that fact
	sort TEXT NOT NULL, -- agenda, outcome
	about TEXT NOT NULL,
	words TEXT NOT NULL,
	who TEXT NOT NULL,
	ready_by DATE,
	is_for_municipality SMALLINT NOT NULL, -- goes on to the next meeting with the municipality
	noted_on DATE NOT NULL,
	PRIMARY KEY (register_id, meeting, fact, place)
) /*sqlite WITHOUT ROWID */;

-- Who came.
CREATE TABLE agreement_meeting_guest (
	register_id BIGINT NOT NULL,
	meeting BIGINT NOT NULL,
	place BIGINT NOT NULL,
	who TEXT NOT NULL,
	came TEXT NOT NULL,
	PRIMARY KEY (register_id, meeting, place)
) /*sqlite WITHOUT ROWID */;
