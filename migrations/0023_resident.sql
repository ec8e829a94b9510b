-- The resident's own page: a session of a resident, the phone of a contact person, and the code on a letter.

ALTER TABLE access_session ADD COLUMN person BIGINT NOT NULL DEFAULT 0; -- whose own page it is; 0: of an account
ALTER TABLE access_account ADD COLUMN phone TEXT NOT NULL DEFAULT ''; -- by which residents reach who has the account
ALTER TABLE document_letter ADD COLUMN code_mark TEXT; -- keyed digest of the code on the letter; none in a letter from before there were codes
CREATE INDEX document_letter_code ON document_letter (register_id, code_mark);

-- Wrong birth dates with the code of a letter, since the last right one: after twenty it opens nothing any more.
CREATE TABLE resident_entry (
	register_id BIGINT NOT NULL,
	letter BIGINT NOT NULL,
	wrong BIGINT NOT NULL,
	PRIMARY KEY (register_id, letter)
) /*sqlite WITHOUT ROWID */;
