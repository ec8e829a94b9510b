-- procurement_add_tender: a tender as it was announced
INSERT INTO procurement_tender (register_id, tender, fact, scheme, title, about, form, accession, why, rule, threshold, highest,
	announced_on, questions_until, bids_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- procurement_add_lot: a lot of it
INSERT INTO procurement_lot (register_id, tender, lot, place, label, areas, products, target_group, winners, about)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- procurement_add_criterion: a criterion of it
INSERT INTO procurement_criterion (register_id, tender, criterion, place, label, question, weight_percent, knock_out, is_concrete)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- procurement_add_requirement: what is asked of who wins
INSERT INTO procurement_requirement (register_id, tender, place, requirement) VALUES ($1, $2, $3, $4);

-- procurement_add_holder: who will hold a key of its bids
INSERT INTO procurement_holder (register_id, tender, place, account, public_key) VALUES ($1, $2, $3, $4, '');

-- procurement_tender: one tender
SELECT tender, scheme, title, about, form, accession, why, rule, threshold, highest, announced_on, questions_until, bids_until,
	opened_on, fact
FROM procurement_tender WHERE register_id = $1 AND tender = $2;

-- procurement_tenders: all of a register, newest first
SELECT tender, scheme, title, about, form, accession, why, rule, threshold, highest, announced_on, questions_until, bids_until,
	opened_on, fact
FROM procurement_tender WHERE register_id = $1 ORDER BY fact DESC;

-- procurement_lots: the lots of one
SELECT lot, label, target_group, winners, about, areas, products FROM procurement_lot
WHERE register_id = $1 AND tender = $2 ORDER BY place;

-- procurement_criteria: the criteria of one
SELECT criterion, label, question, weight_percent, knock_out, is_concrete FROM procurement_criterion
WHERE register_id = $1 AND tender = $2 ORDER BY place;

-- procurement_requirements: the requirements of one
SELECT requirement FROM procurement_requirement WHERE register_id = $1 AND tender = $2 ORDER BY place;

-- procurement_bids: what was submitted and not withdrawn, by lot
SELECT b.bid, b.lot, b.party, b.party AS label, b.state, b.submitted_at,
	CASE WHEN b.state = 'late' THEN 1 ELSE 0 END AS is_late, CASE WHEN b.state = 'opened' THEN 1 ELSE 0 END AS is_opened,
	(SELECT COUNT(*) FROM procurement_partner p WHERE p.register_id = b.register_id AND p.bid = b.bid) AS partners
FROM procurement_bid b
JOIN procurement_lot l ON l.register_id = b.register_id AND l.tender = b.tender AND l.lot = b.lot
WHERE b.register_id = $1 AND b.tender = $2 AND b.state IN ('submitted', 'late', 'opened', 'changed')
ORDER BY l.place, b.bid;

-- procurement_opened: an opened bid's sealed content and the key to it
SELECT sealed, digest, opening_key FROM procurement_bid WHERE register_id = $1 AND bid = $2 AND state = 'opened';
