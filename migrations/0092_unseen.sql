-- The last look at who is out of sight: kept so that a list is made at once. Not a fact; the next look replaces it.
CREATE TABLE unseen_look (
	register_id BIGINT NOT NULL,
	looked_on DATE NOT NULL, -- the day that was looked at
	fact BIGINT NOT NULL, -- the last one that was known
	people BIGINT NOT NULL, -- with a contact person: how long a look takes
	PRIMARY KEY (register_id, looked_on)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE unseen_line (
	register_id BIGINT NOT NULL,
	looked_on DATE NOT NULL,
	whose TEXT NOT NULL, -- the list: each line stands in all that it belongs to
	since DATE NOT NULL,
	kind TEXT NOT NULL,
	person BIGINT NOT NULL,
	number BIGINT NOT NULL,
	PRIMARY KEY (register_id, looked_on, whose, since, kind, person, number)
) /*sqlite WITHOUT ROWID */;
