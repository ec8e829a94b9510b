-- buying_running: a programme that was begun by a day, and of which no tender was opened yet
SELECT p.programme FROM programme_programme p WHERE p.register_id = $1 AND p.begun_on <= $2 AND NOT EXISTS (
	SELECT 1 FROM procurement_tender t WHERE t.register_id = p.register_id AND t.programme = p.programme AND t.opened_on IS NOT NULL)
ORDER BY p.fact DESC LIMIT 1;

-- buying_of_scheme: the programmes that were begun by a day for a scheme: named so, for all, or by a tender of it
SELECT p.programme FROM programme_programme p WHERE p.register_id = $1 AND p.begun_on <= $2 AND (p.scheme IN ('', $3) OR EXISTS (
	SELECT 1 FROM procurement_tender t WHERE t.register_id = p.register_id AND t.programme = p.programme AND t.scheme = $3))
ORDER BY p.programme;

-- buying_of_tender: the programme of a tender
SELECT t.programme FROM procurement_tender t WHERE t.register_id = $1 AND t.tender = $2;

-- buying_of_bid: the programme of the tender of a bid
SELECT t.programme FROM procurement_bid b JOIN procurement_tender t ON t.register_id = b.register_id AND t.tender = b.tender
WHERE b.register_id = $1 AND b.bid = $2;

-- buying_is_for: whether a programme is for a scheme, or for all
SELECT 1 FROM programme_programme p WHERE p.register_id = $1 AND p.programme = $2 AND p.scheme IN ('', $3);
