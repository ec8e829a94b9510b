-- Letters: which have left and how, which have not, and how many.

-- A letter that was given, posted or sent: that makes it known (Awb, art. 3:41).
CREATE TABLE document_dispatch (
	register_id BIGINT NOT NULL,
	letter BIGINT NOT NULL,
	person BIGINT NOT NULL,
	dispatched_on DATE NOT NULL,
	how TEXT NOT NULL, -- post, counter, portal, email
	PRIMARY KEY (register_id, letter)
);

-- A letter that has not left.
CREATE TABLE document_outbox (
	register_id BIGINT NOT NULL,
	letter BIGINT NOT NULL,
	person BIGINT NOT NULL,
	sort TEXT NOT NULL,
	dated DATE NOT NULL,
	subject TEXT NOT NULL,
	PRIMARY KEY (register_id, letter)
);
CREATE INDEX document_outbox_sort ON document_outbox (register_id, sort, letter);

-- How many of them, kept so that nobody counts.
CREATE TABLE document_count (
	register_id BIGINT NOT NULL,
	sort TEXT NOT NULL,
	waiting BIGINT NOT NULL,
	PRIMARY KEY (register_id, sort)
);

INSERT INTO document_outbox (register_id, letter, person, sort, dated, subject)
SELECT register_id, letter, person, sort, dated, subject FROM document_letter;
INSERT INTO document_count (register_id, sort, waiting)
SELECT register_id, sort, COUNT(*) FROM document_letter GROUP BY register_id, sort;
