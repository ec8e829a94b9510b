-- The yearly token of appreciation for carers of clients: granted or refused, and given.

CREATE TABLE care_appreciation (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL, -- the client
	appreciation BIGINT NOT NULL, -- the fact; who the carer is stands under it in the vault
	year BIGINT NOT NULL,
	state TEXT NOT NULL, -- granted, given, refused
	form TEXT NOT NULL,
	cents BIGINT NOT NULL, -- 0: no amount
	carer_mark TEXT NOT NULL, -- the same for the same carer
	decided_on DATE NOT NULL,
	given_on DATE,
	reason TEXT NOT NULL, -- of a refusal
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, person, appreciation)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX care_appreciation_carer ON care_appreciation (register_id, carer_mark, year);
CREATE INDEX care_appreciation_state ON care_appreciation (register_id, year, state, appreciation);
