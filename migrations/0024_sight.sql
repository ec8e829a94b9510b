-- Who sees what: files opened in need and whether somebody looked at that, why a file was read, accounts with several roles.

-- A file that was opened by somebody who has nothing to do with the client, by the fact's number.
CREATE TABLE access_opening (
	register_id BIGINT NOT NULL,
	opening BIGINT NOT NULL,
	person BIGINT NOT NULL,
	account TEXT NOT NULL,
	reason TEXT NOT NULL, -- a code, common/access/opening.h
	words TEXT NOT NULL,
	is_urgent BIGINT NOT NULL,
	opened_on DATE NOT NULL, -- the file is open until this day ends
	verdict TEXT NOT NULL, -- of who looked at it afterwards, '' while nobody has
	checked_by TEXT NOT NULL,
	checked_on DATE,
	remark TEXT NOT NULL,
	PRIMARY KEY (register_id, opening)
);
CREATE INDEX access_opening_person ON access_opening (register_id, person, account, opened_on);
CREATE INDEX access_opening_verdict ON access_opening (register_id, verdict, opening);

ALTER TABLE access_read ADD COLUMN ground TEXT NOT NULL DEFAULT ''; -- why somebody might read: a code, common/access/reads.h
ALTER TABLE access_read ADD COLUMN role TEXT NOT NULL DEFAULT ''; -- in which role

-- The other roles of somebody who works in several corners, one at a time is active.
CREATE TABLE access_account_role (
	register_id BIGINT NOT NULL,
	account TEXT NOT NULL,
	role TEXT NOT NULL,
	PRIMARY KEY (register_id, account, role)
);
ALTER TABLE access_session ADD COLUMN role TEXT NOT NULL DEFAULT ''; -- the active one, '' for the account's first
