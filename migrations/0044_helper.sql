-- Care: who comes to somebody's home, on each day.

CREATE TABLE care_helper (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	helper TEXT NOT NULL, -- an account of the party that delivers
	PRIMARY KEY (register_id, person, assignment, valid_from)
);
CREATE INDEX care_helper_account ON care_helper (register_id, helper, valid_until);
