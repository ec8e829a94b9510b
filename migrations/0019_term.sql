-- Terms: what runs in each case, as it stood from day to day, with its sum.

CREATE TABLE term_term (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	about BIGINT NOT NULL, -- the report, the decision or the objection
	term TEXT NOT NULL, -- the kind of term, as the calendar names it
	valid_from DATE NOT NULL, -- it stood so from this day on
	valid_until DATE NOT NULL, -- until this one
	report BIGINT NOT NULL, -- the case
	starts_on DATE NOT NULL, -- the day that is not counted
	due_on DATE, -- the last day; none while it stands still with no end in sight
	closed_on DATE, -- the day on which what it waited for was there
	still_from DATE, -- of the last suspension: its first day
	still_until DATE, -- and its last day, where that is known
	ground TEXT, -- and on which ground
	expected_by DATE, -- the later day that the applicant was told
	sum TEXT NOT NULL, -- JSON, the steps of the calculation
	PRIMARY KEY (register_id, person, about, term, valid_from),
	CHECK (valid_from < valid_until)
);
CREATE INDEX term_term_open ON term_term (register_id, valid_until, closed_on, person);

-- What is due for being late (Awb 4:17 and 4:18): days here, the amount in the fact and its letter only.
CREATE TABLE term_penalty (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	about BIGINT NOT NULL,
	penalty BIGINT NOT NULL,
	set_on DATE NOT NULL,
	days BIGINT NOT NULL,
	cents BIGINT NOT NULL,
	PRIMARY KEY (register_id, person, about)
);
