-- Assignment: what a resident chose where there is a choice.

CREATE TABLE assignment_wish (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	deliverer TEXT NOT NULL,
	words TEXT NOT NULL,
	by_whom TEXT NOT NULL, -- resident, representative, worker
	wished_on DATE NOT NULL,
	PRIMARY KEY (register_id, person, decision, line)
) /*sqlite WITHOUT ROWID */;
