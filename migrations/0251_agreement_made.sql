-- What follows from an award: the agreement with each party that won, and what is still to be done about it.

-- The agreement of a party that came from a tender.
CREATE TABLE agreement_made (
	register_id BIGINT NOT NULL,
	made BIGINT NOT NULL, -- the fact
	scheme TEXT NOT NULL,
	agreement TEXT NOT NULL,
	party TEXT NOT NULL,
	tender TEXT NOT NULL,
	lot TEXT NOT NULL,
	bid BIGINT NOT NULL,
	signed_on DATE NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE, -- the first day without; none: it has no end
	options TEXT NOT NULL, -- the first day without of each extension that was left, one a line
	products TEXT NOT NULL, -- names, one a line
	areas TEXT NOT NULL,
	set_by BIGINT NOT NULL, -- the fact that set what it pays on its first day; 0: none did
	PRIMARY KEY (register_id, made)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX agreement_made_agreement ON agreement_made (register_id, agreement, party);

-- What an award leaves to do: contact persons to name, parties to see off.
CREATE TABLE agreement_due (
	register_id BIGINT NOT NULL,
	due BIGINT NOT NULL, -- the fact
	sort TEXT NOT NULL, -- contacts, ending
	agreement TEXT NOT NULL, -- or the arrangement before it
	party TEXT NOT NULL, -- who lacks contact persons
	parties TEXT NOT NULL, -- who are to be seen off: names, one a line
	ends_on DATE, -- the first day without
	PRIMARY KEY (register_id, due)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX agreement_due_sort ON agreement_due (register_id, sort, agreement);
