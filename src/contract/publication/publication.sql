-- publication_put: a release of another source, in the place of an older one
INSERT INTO publication_release (register_id, ocid, release_fact, tender, title, published_at, imported_on)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (register_id, ocid) DO UPDATE SET release_fact = excluded.release_fact, tender = excluded.tender,
	title = excluded.title, published_at = excluded.published_at, imported_on = excluded.imported_on;

-- publication_of: the release of a tender or ocid that was taken in
SELECT p.published_at, f.body FROM publication_release p
JOIN journal_fact f ON f.register_id = p.register_id AND f.fact = p.release_fact
WHERE p.register_id = $1 AND (p.ocid = $2 OR p.tender = $2) ORDER BY p.release_fact DESC LIMIT 1;

-- publication_date: of when the release of an ocid is
SELECT published_at FROM publication_release WHERE register_id = $1 AND ocid = $2;
