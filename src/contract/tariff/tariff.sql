-- tariff_add_proposal: a table is proposed
INSERT INTO tariff_proposal (register_id, proposal, scheme, agreement, valid_from, valid_until, source, is_placeholder, reason,
	programme, compared_with, breaks, proposed_on, proposed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- tariff_add_proposed: a line of it
INSERT INTO tariff_proposed (register_id, proposal, place, product, level, unit, cents) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- tariff_add_band: its lowest and highest per unit, beside those before
INSERT INTO tariff_band (register_id, proposal, unit, lowest_cents, highest_cents, lowest_before_cents, highest_before_cents)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- tariff_add_signature: a corner signs a proposal
INSERT INTO tariff_signature (register_id, proposal, corner, account, signed_on, reason) VALUES ($1, $2, $3, $4, $5, $6);

-- tariff_set_proposal: a proposal holds from now on
UPDATE tariff_proposal SET set_on = $3 WHERE register_id = $1 AND proposal = $2;

-- tariff_clear_lines: what would have held from a day
DELETE FROM tariff_line WHERE register_id = $1 AND agreement = $2 AND valid_from >= $3;

-- tariff_end_lines: what held until a day
UPDATE tariff_line SET valid_until = $3 WHERE register_id = $1 AND agreement = $2 AND valid_until > $3;

-- tariff_lay_lines: the lines of a proposal hold
INSERT INTO tariff_line (register_id, agreement, product, level, unit, valid_from, valid_until, fact, sort, proposal, cents)
SELECT l.register_id, p.agreement, l.product, l.level, l.unit, p.valid_from, p.valid_until, $3, 'set', l.proposal, l.cents
FROM tariff_proposed l JOIN tariff_proposal p ON p.register_id = l.register_id AND p.proposal = l.proposal
WHERE l.register_id = $1 AND l.proposal = $2;

-- tariff_add_line: a line that an indexation made
INSERT INTO tariff_line (register_id, agreement, product, level, unit, valid_from, valid_until, fact, sort, proposal, cents)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- tariff_proposal: one proposal
SELECT proposal, scheme, agreement, valid_from, valid_until, source, is_placeholder, reason, programme, compared_with, breaks,
	proposed_on, proposed_by, set_on
FROM tariff_proposal WHERE register_id = $1 AND proposal = $2;

-- tariff_proposals: the proposals of a register that there were on a day, newest first; set_on only where set by then
SELECT proposal, scheme, agreement, valid_from, valid_until, source, is_placeholder, reason, programme, compared_with, breaks,
	proposed_on, proposed_by, CASE WHEN set_on <= $2 THEN set_on END AS set_on
FROM tariff_proposal WHERE register_id = $1 AND proposed_on <= $2 ORDER BY proposal DESC LIMIT 500;

-- tariff_proposed_of: the lines of a proposal
SELECT product, level, unit, cents FROM tariff_proposed WHERE register_id = $1 AND proposal = $2 ORDER BY place;

-- tariff_bands_of: its lowest and highest
SELECT unit, lowest_cents AS lowest, highest_cents AS highest, lowest_before_cents AS lowest_before,
	highest_before_cents AS highest_before
FROM tariff_band WHERE register_id = $1 AND proposal = $2 ORDER BY unit;

-- tariff_signatures_of: who signed it by a day
SELECT s.corner, s.account, COALESCE(a.name, s.account) AS name, s.signed_on, s.reason FROM tariff_signature s
LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.account
WHERE s.register_id = $1 AND s.proposal = $2 AND s.signed_on <= $3 ORDER BY s.signed_on, s.corner;

-- tariff_last_before: the last table of an agreement that began before a day, whether or not it still holds
SELECT product, level, unit, cents FROM tariff_line
WHERE register_id = $1 AND agreement = $2 AND valid_from = (SELECT MAX(l.valid_from) FROM tariff_line l
	WHERE l.register_id = $1 AND l.agreement = $2 AND l.valid_from < $3)
ORDER BY product, level, unit;

-- tariff_begins_last: the day from which the last table of an agreement holds
SELECT MAX(valid_from) FROM tariff_line WHERE register_id = $1 AND agreement = $2;

-- tariff_on: what an agreement pays on a day
SELECT l.agreement, l.product, l.level, l.unit, l.cents, l.valid_from, l.valid_until, l.sort, l.fact, l.proposal,
	COALESCE(p.source, '') AS source, COALESCE(p.is_placeholder, 0) AS is_placeholder
FROM tariff_line l LEFT JOIN tariff_proposal p ON p.register_id = l.register_id AND p.proposal = l.proposal
WHERE l.register_id = $1 AND l.agreement = $2 AND l.valid_from <= $3 AND l.valid_until > $3
ORDER BY l.product, l.level, l.unit;

-- tariff_history: all that an agreement ever paid, and will pay, newest first
SELECT l.agreement, l.product, l.level, l.unit, l.cents, l.valid_from, l.valid_until, l.sort, l.fact, l.proposal,
	COALESCE(p.source, '') AS source, COALESCE(p.is_placeholder, 0) AS is_placeholder
FROM tariff_line l LEFT JOIN tariff_proposal p ON p.register_id = l.register_id AND p.proposal = l.proposal
WHERE l.register_id = $1 AND l.agreement = $2
ORDER BY l.valid_from DESC, l.product, l.level, l.unit;

-- tariff_add_indexation: tariffs go with an index
INSERT INTO tariff_indexation (register_id, indexation, agreement, year, sort, valid_from, with_difference, percent, figures, source,
	rounding)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- tariff_add_indexed: a line of it
INSERT INTO tariff_indexed (register_id, indexation, place, product, level, unit, proposal, before_cents, after_cents, replaced_cents,
	valid_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- tariff_indexations_of: those of an agreement, newest first
SELECT indexation, agreement, year, sort, valid_from, with_difference, percent, figures, source, rounding
FROM tariff_indexation WHERE register_id = $1 AND agreement = $2 ORDER BY indexation DESC;

-- tariff_indexed_of: the lines of one
SELECT product, level, unit, proposal, before_cents AS cents_before, after_cents AS cents_after,
	replaced_cents AS cents_replaced, valid_until AS until
FROM tariff_indexed WHERE register_id = $1 AND indexation = $2 ORDER BY place;
