-- Talks with clients, who comes to them, and handovers of which the receiver said that the client is in sight.

CREATE TABLE care_talk (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	talk BIGINT NOT NULL,
	talked_on DATE NOT NULL,
	how TEXT NOT NULL,
	whom TEXT NOT NULL,
	words TEXT NOT NULL,
	account TEXT NOT NULL,
	PRIMARY KEY (register_id, person, talk)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE care_worker (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	from_day DATE NOT NULL,
	until_day DATE NOT NULL,
	name TEXT NOT NULL,
	times BIGINT NOT NULL,
	per TEXT NOT NULL,
	product TEXT NOT NULL,
	PRIMARY KEY (register_id, person, assignment, from_day)
) /*sqlite WITHOUT ROWID */;

ALTER TABLE transition_handover ADD COLUMN confirmed_on DATE NOT NULL DEFAULT '9999-12-31';
