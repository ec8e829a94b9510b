-- The common ground: who people are (outside rebuild), who may log in, who looked, schemes in force, letters.

CREATE TABLE person_vault (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	surname TEXT NOT NULL,
	prefix TEXT NOT NULL,
	initials TEXT NOT NULL,
	first_names TEXT NOT NULL,
	sex TEXT NOT NULL,
	born DATE NOT NULL,
	street TEXT NOT NULL,
	house_number BIGINT NOT NULL,
	house_addition TEXT NOT NULL,
	postcode TEXT NOT NULL,
	place TEXT NOT NULL,
	phone TEXT NOT NULL,
	search_name TEXT NOT NULL, -- lower case, for finding
	bsn_sealed TEXT NOT NULL, -- encrypted; '' where unknown
	bsn_mark TEXT, -- keyed digest, so that one BSN belongs to one person
	PRIMARY KEY (register_id, person)
) /*sqlite WITHOUT ROWID */;
CREATE UNIQUE INDEX person_vault_bsn ON person_vault (register_id, bsn_mark);
CREATE INDEX person_vault_name ON person_vault (register_id, search_name, person);
CREATE INDEX person_vault_born ON person_vault (register_id, born, person);

CREATE TABLE access_account (
	register_id BIGINT NOT NULL,
	account TEXT NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	team TEXT NOT NULL,
	password_hash TEXT NOT NULL,
	PRIMARY KEY (register_id, account)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE access_session (
	register_id BIGINT NOT NULL,
	mark TEXT NOT NULL, -- digest of the cookie
	account TEXT NOT NULL,
	form_token TEXT NOT NULL,
	until_seconds BIGINT NOT NULL,
	PRIMARY KEY (register_id, mark)
);

CREATE TABLE access_read (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	read_at BIGINT NOT NULL,
	file TEXT NOT NULL, -- the log file and the place in it make the line one of a kind
	place BIGINT NOT NULL,
	account TEXT NOT NULL,
	page TEXT NOT NULL,
	PRIMARY KEY (register_id, person, read_at, file, place)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE access_read_file (
	register_id BIGINT NOT NULL,
	file TEXT NOT NULL,
	folded_bytes BIGINT NOT NULL,
	PRIMARY KEY (register_id, file)
);

CREATE TABLE scheme_version (
	register_id BIGINT NOT NULL,
	scheme TEXT NOT NULL,
	fact BIGINT NOT NULL,
	adopted_on DATE NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (register_id, scheme, fact)
);

CREATE TABLE document_letter (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	letter BIGINT NOT NULL,
	about BIGINT NOT NULL, -- the fact it speaks of
	sort TEXT NOT NULL,
	dated DATE NOT NULL,
	subject TEXT NOT NULL,
	content TEXT NOT NULL, -- the letter's blocks, JSON
	PRIMARY KEY (register_id, letter)
);
-- The list of a person's letters is read from this index alone, beside their long content.
CREATE INDEX document_letter_person ON document_letter (register_id, person, letter, about, sort, dated, subject);
