-- procurement_add_tender: a tender as it was announced
INSERT INTO procurement_tender (register_id, tender, fact, scheme, title, about, form, accession, why, rule, threshold, highest,
	announced_on, questions_until, bids_until, programme, vision, content, without_programme, procedure_sort, least_days, least_source,
	why_short, mark_step)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24);

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
	opened_on, awarded_on, fact, programme, vision, content, without_programme, procedure_sort, least_days, least_source, why_short,
	mark_step
FROM procurement_tender WHERE register_id = $1 AND tender = $2;

-- procurement_tenders: all of a register, newest first
SELECT tender, scheme, title, about, form, accession, why, rule, threshold, highest, announced_on, questions_until, bids_until,
	opened_on, awarded_on, fact, programme, vision, content, without_programme, procedure_sort, least_days, least_source, why_short,
	mark_step
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

-- procurement_begin_bid: an organisation began a bid
INSERT INTO procurement_bid (register_id, bid, tender, lot, party, state, begun_on, partners, submitted_at, sealed, digest, opening_key)
VALUES ($1, $2, $3, $4, $5, 'begun', $6, 0, 0, '', '', '');

-- procurement_bid: one bid
SELECT bid, tender, lot, party, state, begun_on, submitted_at, digest FROM procurement_bid WHERE register_id = $1 AND bid = $2;

-- procurement_partners: who take part in it beside who makes it
SELECT party, sort, part, declared_on, declared_by FROM procurement_partner
WHERE register_id = $1 AND bid = $2 ORDER BY sort, party;

-- procurement_bids_of_party: the bids of a tender in which an organisation stands
SELECT b.bid, b.tender, b.lot, b.party, b.state, b.begun_on, b.submitted_at FROM procurement_bid b
WHERE b.register_id = $1 AND (b.tender = $2 OR $2 = '') AND (b.party = $3 OR EXISTS (SELECT 1 FROM procurement_partner p
	WHERE p.register_id = b.register_id AND p.bid = b.bid AND p.party = $3))
ORDER BY b.bid DESC LIMIT 200;

-- procurement_other_bid: another bid on the lot that an organisation makes or declared to be a member of
SELECT b.bid FROM procurement_bid b
WHERE b.register_id = $1 AND b.tender = $2 AND b.lot = $3 AND b.bid <> $5 AND b.state IN ('begun', 'submitted', 'opened', 'changed')
	AND (b.party = $4 OR EXISTS (SELECT 1 FROM procurement_partner p WHERE p.register_id = b.register_id AND p.bid = b.bid
		AND p.party = $4 AND p.sort = 'member' AND p.declared_on IS NOT NULL))
LIMIT 1;

-- procurement_holders: who hold the keys of its bids
SELECT h.place, h.account, COALESCE(a.name, h.account) AS name, h.public_key, h.held_on, h.turned_on FROM procurement_holder h
LEFT JOIN access_account a ON a.register_id = h.register_id AND a.account = h.account
WHERE h.register_id = $1 AND h.tender = $2 ORDER BY h.place;

-- procurement_counts: how many bids each lot has
SELECT l.lot, l.label,
	(SELECT COUNT(*) FROM procurement_bid b WHERE b.register_id = l.register_id AND b.tender = l.tender AND b.lot = l.lot
		AND b.state IN ('submitted', 'opened', 'changed')) AS bids,
	(SELECT COUNT(*) FROM procurement_bid b WHERE b.register_id = l.register_id AND b.tender = l.tender AND b.lot = l.lot
		AND b.state = 'late') AS late
FROM procurement_lot l WHERE l.register_id = $1 AND l.tender = $2 ORDER BY l.place;

-- procurement_clear_partners: other partners were named
DELETE FROM procurement_partner WHERE register_id = $1 AND bid = $2;

-- procurement_set_partners: the fact that named them
UPDATE procurement_bid SET partners = $3 WHERE register_id = $1 AND bid = $2;

-- procurement_add_partner: one that was named
INSERT INTO procurement_partner (register_id, bid, party, sort, part, declared_by) VALUES ($1, $2, $3, $4, $5, '');

-- procurement_declare: it declared that it takes part
UPDATE procurement_partner SET declared_on = $4, declared_by = $5 WHERE register_id = $1 AND bid = $2 AND party = $3;

-- procurement_submit_bid: a bid was submitted, or came too late
UPDATE procurement_bid SET state = $3, submitted_at = $4, sealed = $5, digest = $6 WHERE register_id = $1 AND bid = $2;

-- procurement_add_share: a share of its key, sealed to a holder
INSERT INTO procurement_share (register_id, bid, place, sealed, share) VALUES ($1, $2, $3, $4, '');

-- procurement_withdraw_bid: a bid was withdrawn
UPDATE procurement_bid SET state = 'withdrawn', ended_on = $3, sealed = '', digest = '' WHERE register_id = $1 AND bid = $2;

-- procurement_clear_shares: the shares of a bid that was withdrawn
DELETE FROM procurement_share WHERE register_id = $1 AND bid = $2;

-- procurement_clear_drafts: what was written in a bid that is submitted or withdrawn
DELETE FROM procurement_draft WHERE register_id = $1 AND bid = $2;

-- procurement_add_draft: a next version of an answer
INSERT INTO procurement_draft (register_id, bid, version, criterion, saved_at, account, party, sealed)
VALUES ($1, $2, (SELECT COALESCE(MAX(d.version), 0) + 1 FROM procurement_draft d WHERE d.register_id = $1 AND d.bid = $2),
	$3, $4, $5, $6, $7);

-- procurement_drafts: all versions of a bid, newest first
SELECT version, criterion, saved_at, account, party, sealed FROM procurement_draft
WHERE register_id = $1 AND bid = $2 ORDER BY version DESC;

-- procurement_hold_key: a holder has a key
UPDATE procurement_holder SET public_key = $4, held_on = $5 WHERE register_id = $1 AND tender = $2 AND place = $3;

-- procurement_turn_key: a holder turned it
UPDATE procurement_holder SET turned_on = $4 WHERE register_id = $1 AND tender = $2 AND place = $3;

-- procurement_set_share: what that opened
UPDATE procurement_share SET share = $4 WHERE register_id = $1 AND bid = $2 AND place = $3;

-- procurement_waiting: the bids that wait to be opened, with the share of one holder and what another opened
SELECT b.bid, b.sealed, b.digest, o.sealed AS own_share, COALESCE(t.share, '') AS other_share, COALESCE(t.place, 0) AS other_place
FROM procurement_bid b
LEFT JOIN procurement_share o ON o.register_id = b.register_id AND o.bid = b.bid AND o.place = $3
LEFT JOIN procurement_share t ON t.register_id = b.register_id AND t.bid = b.bid AND t.place <> $3 AND t.share <> ''
WHERE b.register_id = $1 AND b.tender = $2 AND b.state = 'submitted' ORDER BY b.bid;

-- procurement_clear_all_drafts: what was never submitted goes when the vault opens
DELETE FROM procurement_draft WHERE register_id = $1 AND bid IN
	(SELECT b.bid FROM procurement_bid b WHERE b.register_id = $1 AND b.tender = $2);

-- procurement_open_tender: the vault was opened
UPDATE procurement_tender SET opened_on = $3 WHERE register_id = $1 AND tender = $2;

-- procurement_open_bid: a bid was opened
UPDATE procurement_bid SET state = $3, opening_key = $4, ended_on = $5 WHERE register_id = $1 AND bid = $2;

-- procurement_ask: a question about a tender
INSERT INTO procurement_question (register_id, question, tender, party, subject, asked, asked_on, answer)
VALUES ($1, $2, $3, $4, $5, $6, $7, '');

-- procurement_answer: its answer, for everybody
UPDATE procurement_question SET answer = $3, answered_on = $4 WHERE register_id = $1 AND question = $2;

-- procurement_question: one question
SELECT question, tender, party, subject, asked, asked_on, answer, answered_on FROM procurement_question
WHERE register_id = $1 AND question = $2;

-- procurement_add_correction: a notice was corrected
INSERT INTO procurement_correction (register_id, tender, correction, corrected_on, reason, about_before, is_about, questions_before,
	questions_until, bids_before, bids_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- procurement_correct_tender: what holds from then on
UPDATE procurement_tender SET questions_until = $3, bids_until = $4, about = $5 WHERE register_id = $1 AND tender = $2;

-- procurement_corrections: the corrections of a tender by a day, newest first
SELECT correction, corrected_on, reason, about_before, is_about, questions_before, questions_until, bids_before, bids_until
FROM procurement_correction WHERE register_id = $1 AND tender = $2 AND corrected_on <= $3 ORDER BY correction DESC;

-- procurement_sealed_bids: how many bids wait in the vault, sealed for the keys of now
SELECT COUNT(*) FROM procurement_bid WHERE register_id = $1 AND tender = $2 AND state = 'submitted';

-- procurement_replace_holder: somebody else holds a key, and has still to make it
UPDATE procurement_holder SET account = $4, public_key = '', held_on = NULL WHERE register_id = $1 AND tender = $2 AND place = $3;

-- procurement_asker: whose account asked a question
SELECT f.account, COALESCE(a.name, '') AS name FROM journal_fact f
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE f.register_id = $1 AND f.fact = $2;

-- procurement_questions: the questions of a tender
SELECT question, tender, party, subject, asked, asked_on, answer, answered_on FROM procurement_question
WHERE register_id = $1 AND tender = $2 ORDER BY question LIMIT 1000;

-- procurement_award: its award was published
UPDATE procurement_tender SET awarded_on = $3 WHERE register_id = $1 AND tender = $2;

-- procurement_keys_of: the tenders of which somebody holds a key, and that are still closed
SELECT t.tender, t.title, t.bids_until, CASE WHEN h.public_key = '' THEN 0 ELSE 1 END AS has_key,
	CASE WHEN h.turned_on IS NULL THEN 0 ELSE 1 END AS has_turned
FROM procurement_holder h JOIN procurement_tender t ON t.register_id = h.register_id AND t.tender = h.tender
WHERE h.register_id = $1 AND h.account = $2 AND t.opened_on IS NULL ORDER BY t.bids_until, t.tender;

-- procurement_add_prepared: a tender is prepared
INSERT INTO procurement_prepared (register_id, prepared, scheme, title, prepared_on) VALUES ($1, $2, $3, $4, $5);

-- procurement_add_prepared_line: a lot, criterion, requirement or candidate of it
INSERT INTO procurement_prepared_line (register_id, prepared, place, sort, name, label, words, weight, knock_out, is_concrete)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- procurement_prepared: one of them
SELECT prepared, scheme, title, prepared_on FROM procurement_prepared WHERE register_id = $1 AND prepared = $2;

-- procurement_all_prepared: those of a register by a day, the last first
SELECT prepared, scheme, title, prepared_on FROM procurement_prepared
WHERE register_id = $1 AND prepared_on <= $2 ORDER BY prepared DESC LIMIT 100;

-- procurement_prepared_lines: what was prepared, in the order of the file
SELECT sort, name, label, words, weight, knock_out, is_concrete FROM procurement_prepared_line
WHERE register_id = $1 AND prepared = $2 ORDER BY place;
