-- Known: databases of what was known at a moment, made beside this one, and who reads one.

ALTER TABLE journal_head ADD COLUMN known_until BIGINT NOT NULL DEFAULT 0; -- of a database of what was known at this moment, in seconds since 1970: nothing is added to it
ALTER TABLE access_session ADD COLUMN known TEXT NOT NULL DEFAULT ''; -- the snapshot that the pages are read from; '' for this database itself

-- A snapshot: a database of its own with what was known at a moment; the file stands in the state directory.
CREATE TABLE known_snapshot (
	register_id BIGINT NOT NULL,
	number BIGINT NOT NULL,
	until_at BIGINT NOT NULL, -- what was recorded by then
	asked_at BIGINT NOT NULL,
	account TEXT NOT NULL,
	state TEXT NOT NULL, -- asked, making, ready, failed
	facts BIGINT NOT NULL, -- how many are in it so far
	facts_total BIGINT NOT NULL,
	leased_until BIGINT NOT NULL, -- of making: another process may begin again after that
	fault TEXT NOT NULL, -- why it failed
	PRIMARY KEY (register_id, number)
);
