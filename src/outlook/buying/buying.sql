-- buying_running: a programme that was begun by a day and has not ended, and of which no tender was opened yet
SELECT p.programme FROM programme_programme p WHERE p.register_id = $1 AND p.begun_on <= $2 AND NOT EXISTS (
	SELECT 1 FROM procurement_tender t WHERE t.register_id = p.register_id AND t.programme = p.programme AND t.opened_on IS NOT NULL)
	AND NOT EXISTS (SELECT 1 FROM programme_ending e WHERE e.register_id = p.register_id AND e.programme = p.programme AND e.ended_on <= $2)
ORDER BY p.fact DESC LIMIT 1;

-- buying_choosable: the programmes that were begun by a day and have not ended, the newest first
SELECT p.programme, p.title, p.scheme FROM programme_programme p WHERE p.register_id = $1 AND p.begun_on <= $2 AND NOT EXISTS (
	SELECT 1 FROM programme_ending e WHERE e.register_id = p.register_id AND e.programme = p.programme AND e.ended_on <= $2)
ORDER BY p.fact DESC;

-- buying_tenders: how many tenders of a programme can still be bid on at a moment, and how many were opened
SELECT COALESCE(SUM(CASE WHEN t.opened_on IS NULL AND t.bids_until > $3 THEN 1 ELSE 0 END), 0),
	COALESCE(SUM(CASE WHEN t.opened_on IS NOT NULL THEN 1 ELSE 0 END), 0)
FROM procurement_tender t WHERE t.register_id = $1 AND t.programme = $2;

-- buying_of_scheme: the programmes that were begun by a day for a scheme and have not ended: named so, for all, or by a tender of it
SELECT p.programme FROM programme_programme p WHERE p.register_id = $1 AND p.begun_on <= $2 AND NOT EXISTS (
	SELECT 1 FROM programme_ending e WHERE e.register_id = p.register_id AND e.programme = p.programme AND e.ended_on <= $2) AND (p.scheme IN ('', $3) OR EXISTS (
	SELECT 1 FROM procurement_tender t WHERE t.register_id = p.register_id AND t.programme = p.programme AND t.scheme = $3))
ORDER BY p.programme;

-- buying_of_tender: the programme of a tender
SELECT t.programme FROM procurement_tender t WHERE t.register_id = $1 AND t.tender = $2;

-- buying_of_bid: the programme of the tender of a bid
SELECT t.programme FROM procurement_bid b JOIN procurement_tender t ON t.register_id = b.register_id AND t.tender = b.tender
WHERE b.register_id = $1 AND b.bid = $2;

-- buying_is_for: whether a programme is for a scheme, or for all
SELECT 1 FROM programme_programme p WHERE p.register_id = $1 AND p.programme = $2 AND p.scheme IN ('', $3);

-- buying_of_release: the programme of the tender that a release is about, by the tender's name or the tail of its ocid
SELECT t.programme FROM procurement_tender t WHERE t.register_id = $1 AND (t.tender = $2 OR $3 LIKE '%-' || t.tender)
ORDER BY CASE WHEN t.tender = $2 THEN 0 ELSE 1 END, t.tender LIMIT 1;
