-- Programmes before a tender: texts in versions, who endorses what, choices, talks, needs; no amount stands anywhere in them.

CREATE TABLE programme_programme (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	fact BIGINT NOT NULL,
	title TEXT NOT NULL,
	aim TEXT NOT NULL,
	reason TEXT NOT NULL,
	form_before TEXT NOT NULL, -- how support was bought until now
	parties_before BIGINT NOT NULL, -- 0: not said
	before_words TEXT NOT NULL,
	talks_since DATE,
	begun_on DATE NOT NULL,
	begun_by TEXT NOT NULL,
	PRIMARY KEY (register_id, programme)
);

-- Who speaks for a group; the last row holds.
CREATE TABLE programme_speaker (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	name TEXT NOT NULL,
	fact BIGINT NOT NULL,
	place BIGINT NOT NULL,
	sort TEXT NOT NULL,
	speaker TEXT NOT NULL,
	since DATE NOT NULL,
	PRIMARY KEY (register_id, programme, name, fact)
);

-- The versions of the vision and of the content.
CREATE TABLE programme_text (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	sort TEXT NOT NULL,
	version BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	vision BIGINT NOT NULL, -- of a content: the vision that it stands on
	words TEXT NOT NULL,
	changes TEXT NOT NULL,
	started_from TEXT NOT NULL,
	with_whom TEXT NOT NULL, -- a vision was made
	with_providers TEXT NOT NULL,
	with_teams TEXT NOT NULL,
	with_participation TEXT NOT NULL,
	written_on DATE NOT NULL,
	written_by TEXT NOT NULL,
	PRIMARY KEY (register_id, programme, sort, version)
);

-- The content tried out on a case.
CREATE TABLE programme_test (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	fact BIGINT NOT NULL,
	version BIGINT NOT NULL,
	tester TEXT NOT NULL,
	situation TEXT NOT NULL,
	meaning TEXT NOT NULL,
	outcome TEXT NOT NULL,
	tested_on DATE NOT NULL,
	PRIMARY KEY (register_id, programme, fact)
);

-- What each group says of a version: of the vision, the content, or the money side of a content.
CREATE TABLE programme_endorsement (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	sort TEXT NOT NULL,
	version BIGINT NOT NULL,
	name TEXT NOT NULL, -- of the group
	fact BIGINT NOT NULL,
	outcome TEXT NOT NULL,
	words TEXT NOT NULL,
	about TEXT NOT NULL,
	endorsed_on DATE NOT NULL,
	endorsed_by TEXT NOT NULL,
	PRIMARY KEY (register_id, programme, sort, version, name, fact)
);

-- The money stage of a content.
CREATE TABLE programme_finance (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	version BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	opened_on DATE NOT NULL,
	words TEXT NOT NULL, -- what was agreed about it
	PRIMARY KEY (register_id, programme, version)
);
