-- Files in a client's file: what they are. What is in them lies beside the database, by its digest.

CREATE TABLE document_file (
	register_id BIGINT NOT NULL,
	file BIGINT NOT NULL, -- the fact that attached it
	person BIGINT NOT NULL,
	sort TEXT NOT NULL, -- a code of file_sorts
	name TEXT NOT NULL, -- '' once it was withdrawn
	media_type TEXT NOT NULL,
	bytes BIGINT NOT NULL,
	digest TEXT NOT NULL, -- SHA-256
	description TEXT NOT NULL, -- '' once it was withdrawn
	dated DATE NOT NULL,
	attached_on DATE NOT NULL,
	by_whom TEXT NOT NULL, -- resident, representative, worker
	account TEXT NOT NULL,
	withdrawn_on DATE,
	PRIMARY KEY (register_id, file)
);
CREATE INDEX document_file_person ON document_file (register_id, person, file);
CREATE INDEX document_file_digest ON document_file (register_id, digest);

-- What may go from beside the database, where no file has that digest any more; not derived.
CREATE TABLE document_removal (
	register_id BIGINT NOT NULL,
	digest TEXT NOT NULL,
	PRIMARY KEY (register_id, digest)
);
