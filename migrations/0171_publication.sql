-- Releases of tenders that another source published and this register took in; what they say stands in their fact.

CREATE TABLE publication_release (
	register_id BIGINT NOT NULL,
	ocid TEXT NOT NULL,
	release_fact BIGINT NOT NULL,
	tender TEXT NOT NULL,
	title TEXT NOT NULL,
	published_at TEXT NOT NULL, -- as it stands in the release
	imported_on DATE NOT NULL,
	PRIMARY KEY (register_id, ocid)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX publication_release_tender ON publication_release (register_id, tender, release_fact);
