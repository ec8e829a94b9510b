-- Objections: what was objected against, whether in time, heard or not, and what came of it.

CREATE TABLE objection_objection (
	register_id BIGINT NOT NULL,
	objection BIGINT NOT NULL,
	person BIGINT NOT NULL,
	report BIGINT NOT NULL,
	decision BIGINT NOT NULL, -- the fact that is objected against
	received_on DATE NOT NULL,
	posted_on DATE,
	until_on DATE NOT NULL, -- the last day for objecting
	in_time BIGINT NOT NULL, -- 1: received or posted in time (Awb 6:9)
	has_committee BIGINT NOT NULL,
	by_whom TEXT NOT NULL,
	reasons TEXT NOT NULL, -- '' where it gave none yet
	due_on DATE NOT NULL, -- of the decision on it; the last day of the calendar while that stands still
	adjourned_on DATE,
	hearing_on DATE, -- planned for
	hearing_at TEXT,
	hearing_where TEXT,
	heard_on DATE, -- the hearing was held, or it was settled that there is none
	heard_how TEXT, -- 'held' or why there was none
	heard_words TEXT,
	ended_on DATE, -- decided or withdrawn
	outcome TEXT,
	result TEXT,
	outcome_words TEXT,
	decided_by TEXT,
	answer BIGINT, -- the fact that decided
	appeal_until DATE,
	PRIMARY KEY (register_id, objection)
);
CREATE INDEX objection_objection_due ON objection_objection (register_id, due_on, objection);
CREATE INDEX objection_objection_person ON objection_objection (register_id, person, decision);
