-- The journal: registers, their facts in order, and what waits for somebody or for sending.

CREATE TABLE journal_register (
	register_id BIGINT NOT NULL PRIMARY KEY, -- the CBS code of the first authority
	name TEXT NOT NULL,
	demo_day DATE -- a demonstration keeps its day
);

CREATE TABLE journal_head (
	register_id BIGINT NOT NULL PRIMARY KEY,
	fact BIGINT NOT NULL,
	chain TEXT NOT NULL
);

CREATE TABLE journal_fact (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	person BIGINT NOT NULL, -- whom it is about; 0 for nobody in particular
	kind TEXT NOT NULL,
	valid_on DATE NOT NULL,
	recorded_at BIGINT NOT NULL, -- seconds since 1970
	account TEXT NOT NULL,
	why TEXT NOT NULL,
	cause BIGINT NOT NULL, -- the fact it follows from; its own number when it came from outside
	reaction TEXT NOT NULL, -- the kind it follows as; '' when it came from outside
	findings TEXT NOT NULL, -- of a notice that was stored all the same: codes, one a line
	salt TEXT NOT NULL,
	body TEXT NOT NULL,
	digest TEXT NOT NULL, -- of salt and body, so that the chain outlives an erasure
	chain TEXT NOT NULL,
	PRIMARY KEY (register_id, fact)
);
-- A person's history is read from this index alone, beside the long bodies.
CREATE INDEX journal_fact_person ON journal_fact (register_id, person, fact, kind, valid_on, recorded_at, account);

CREATE TABLE journal_task (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	number BIGINT NOT NULL,
	person BIGINT NOT NULL,
	corner TEXT NOT NULL,
	code TEXT NOT NULL,
	since DATE NOT NULL,
	PRIMARY KEY (register_id, fact, number)
);
