-- Who is no longer here to be helped, and who is away from home for a while.

CREATE TABLE person_departure (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	sort TEXT NOT NULL, -- died, moved_away, long_term_care, other_law
	departed_on DATE NOT NULL,
	ended_on DATE NOT NULL, -- the first day without support
	PRIMARY KEY (register_id, person)
);

CREATE INDEX document_outbox_person ON document_outbox (register_id, person);

CREATE TABLE person_stay (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	away_from DATE NOT NULL,
	until DATE NOT NULL, -- the first day at home; 9999-12-31 while away
	expected_on DATE, -- nobody said so: no day
	fact BIGINT NOT NULL,
	PRIMARY KEY (register_id, person, away_from, fact)
);
