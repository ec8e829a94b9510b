-- What a tender is prepared from: lots, criteria, requirements and candidates, as an office has them in a file.

CREATE TABLE procurement_prepared (
	register_id BIGINT NOT NULL,
	prepared BIGINT NOT NULL, -- the fact
	scheme TEXT NOT NULL,
	title TEXT NOT NULL,
	prepared_on DATE NOT NULL,
	PRIMARY KEY (register_id, prepared)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE procurement_prepared_line (
	register_id BIGINT NOT NULL,
	prepared BIGINT NOT NULL,
	place BIGINT NOT NULL,
	sort TEXT NOT NULL, -- lot, criterion, requirement, candidate
	name TEXT NOT NULL,
	label TEXT NOT NULL,
	words TEXT NOT NULL,
	weight BIGINT NOT NULL,
	knock_out BIGINT NOT NULL,
	is_concrete SMALLINT NOT NULL,
	PRIMARY KEY (register_id, prepared, place)
) /*sqlite WITHOUT ROWID */;
