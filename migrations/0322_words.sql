-- What those at the table of a programme mean by a word.
CREATE TABLE programme_word (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	fact BIGINT NOT NULL,
	word TEXT NOT NULL,
	meaning TEXT NOT NULL,
	agreed_on DATE NOT NULL,
	PRIMARY KEY (register_id, programme, fact)
) /*sqlite WITHOUT ROWID */;
