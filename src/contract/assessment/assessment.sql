-- assessment_begin: the first round, where there is none
INSERT INTO assessment_round (register_id, tender, round, begun_on, ground, reason, rule, threshold, characteristics, published_at)
VALUES ($1, $2, 1, $3, '', '', '', '', '', '') ON CONFLICT DO NOTHING;

-- assessment_add_round: the bids are marked anew
INSERT INTO assessment_round (register_id, tender, round, begun_on, ground, reason, rule, threshold, characteristics, published_at)
VALUES ($1, $2, $3, $4, $5, $6, '', '', '', '');

-- assessment_stand: how far a round is; 0: the newest
SELECT r.round, r.begun_on, r.ground, r.reason, r.frozen_on, r.decided_on, r.rule, r.threshold, r.characteristics,
	r.standstill_from, r.standstill_until, r.published_on, r.published_at, r.withdrawn_on, r.withdrawn_words, r.notice_until,
	(SELECT COUNT(*) FROM assessment_lot l WHERE l.register_id = $1 AND l.tender = $2 AND l.round = r.round) AS unsealed,
	(SELECT COUNT(*) FROM assessment_consensus c WHERE c.register_id = $1 AND c.tender = $2 AND c.round = r.round) AS agreed,
	(SELECT COUNT(*) FROM assessment_result w WHERE w.register_id = $1 AND w.tender = $2 AND w.round = r.round AND w.why = 'awarded') AS winners,
	(SELECT COUNT(*) FROM assessment_result s WHERE s.register_id = $1 AND s.tender = $2 AND s.round = r.round
		AND s.signed_on IS NOT NULL) AS signatures,
	(SELECT COUNT(*) FROM assessment_letter w WHERE w.register_id = $1 AND w.tender = $2 AND w.round = r.round) AS written,
	(SELECT COUNT(*) FROM assessment_letter s WHERE s.register_id = $1 AND s.tender = $2 AND s.round = r.round
		AND s.sent_on IS NOT NULL) AS sent,
	(SELECT COUNT(*) FROM assessment_relief o WHERE o.register_id = $1 AND o.tender = $2 AND o.round = r.round
		AND o.outcome = '' AND o.is_in_time = 1) AS reliefs,
	(SELECT COUNT(*) FROM assessment_relief p WHERE p.register_id = $1 AND p.tender = $2 AND p.round = r.round
		AND p.outcome = '') AS pending,
	(SELECT COUNT(*) FROM assessment_result t WHERE t.register_id = $1 AND t.tender = $2 AND t.round = r.round) AS results,
	(SELECT COUNT(*) FROM assessment_relief u WHERE u.register_id = $1 AND u.tender = $2 AND u.round = r.round
		AND u.outcome = 'upheld') AS upheld
FROM assessment_round r WHERE r.register_id = $1 AND r.tender = $2 AND (CAST($3 AS BIGINT) = 0 OR r.round = CAST($3 AS BIGINT))
ORDER BY r.round DESC LIMIT 1;

-- assessment_rounds: all rounds of a tender, the first first
SELECT round, begun_on, ground, reason, frozen_on, decided_on, rule, threshold, characteristics, standstill_from, standstill_until,
	published_on, published_at, withdrawn_on, withdrawn_words, notice_until
FROM assessment_round WHERE register_id = $1 AND tender = $2 ORDER BY round;

-- assessment_add_assessor: somebody marks
INSERT INTO assessment_assessor (register_id, tender, account, name, corner, named_on, ready_on) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- assessment_remove_assessor: somebody marks no longer
DELETE FROM assessment_assessor WHERE register_id = $1 AND tender = $2 AND account = $3;

-- assessment_remove_marks: nor has marks; the interests stay
DELETE FROM assessment_mark WHERE register_id = $1 AND tender = $2 AND account = $3;

-- assessment_assessors: who marks, by corner
SELECT a.account, a.name, a.corner, a.ready_on, CASE WHEN d.account IS NULL THEN 0 ELSE 1 END AS is_declared
FROM assessment_assessor a LEFT JOIN assessment_declared d
ON d.register_id = a.register_id AND d.tender = a.tender AND d.account = a.account
WHERE a.register_id = $1 AND a.tender = $2 ORDER BY a.corner, a.account;

-- assessment_declare: somebody said what interests there are
INSERT INTO assessment_declared (register_id, tender, account, declared_on) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING;

-- assessment_declared: who said so
SELECT account FROM assessment_declared WHERE register_id = $1 AND tender = $2 ORDER BY account;

-- assessment_add_conflict: an interest in a bidder
INSERT INTO assessment_conflict (register_id, tender, account, bid, words, declared_on) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (register_id, tender, account, bid) DO UPDATE
SET words = excluded.words, declared_on = excluded.declared_on, lifted_on = NULL, lifted_by = '', lifted_words = '';

-- assessment_lift: an interest counts no longer
UPDATE assessment_conflict SET lifted_on = $5, lifted_by = $6, lifted_words = $7
WHERE register_id = $1 AND tender = $2 AND account = $3 AND bid = $4;

-- assessment_interests: all that were declared, with what became of them
SELECT account, bid, words, declared_on, lifted_on, lifted_by, lifted_words FROM assessment_conflict
WHERE register_id = $1 AND tender = $2 ORDER BY declared_on, account, bid;

-- assessment_drop_marks: marks for a bid in whose bidder there is an interest, as long as they are sealed
DELETE FROM assessment_mark WHERE register_id = $1 AND tender = $2 AND account = $3 AND bid = $4 AND mark = '';

-- assessment_conflicts: all interests that count
SELECT account, bid FROM assessment_conflict WHERE register_id = $1 AND tender = $2 AND lifted_on IS NULL ORDER BY account, bid;

-- assessment_put_mark: a mark, in the place of an earlier one
INSERT INTO assessment_mark (register_id, tender, round, lot, bid, criterion, account, sealed, mark, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '')
ON CONFLICT (register_id, tender, round, lot, bid, criterion, account) DO UPDATE SET sealed = excluded.sealed;

-- assessment_marks_count: how many marks a lot has
SELECT COUNT(*) FROM assessment_mark WHERE register_id = $1 AND tender = $2 AND round = $3 AND lot = $4;

-- assessment_marks_of: how many marks each assessor gave
SELECT account, COUNT(*) AS marks FROM assessment_mark WHERE register_id = $1 AND tender = $2 AND round = $3 GROUP BY account;

-- assessment_marks: the marks of a lot
SELECT bid, criterion, account, sealed, mark, reason FROM assessment_mark
WHERE register_id = $1 AND tender = $2 AND round = $3 AND lot = $4 ORDER BY bid, criterion, account;

-- assessment_marks_on: the marks of a lot on a criterion
SELECT bid, criterion, account, sealed, mark, reason FROM assessment_mark
WHERE register_id = $1 AND tender = $2 AND round = $3 AND lot = $4 AND criterion = $5 ORDER BY bid, account;

-- assessment_open_mark: what a sealed mark says
UPDATE assessment_mark SET mark = $8, reason = $9
WHERE register_id = $1 AND tender = $2 AND round = $3 AND lot = $4 AND bid = $5 AND criterion = $6 AND account = $7;

-- assessment_add_lot: the marks of a lot are open
INSERT INTO assessment_lot (register_id, tender, round, lot, unsealed_on) VALUES ($1, $2, $3, $4, $5);

-- assessment_lots: the lots whose marks are open
SELECT lot, unsealed_on FROM assessment_lot WHERE register_id = $1 AND tender = $2 AND round = $3 ORDER BY lot;

-- assessment_put_consensus: one mark of all assessors, in the place of an earlier one
INSERT INTO assessment_consensus (register_id, tender, round, lot, bid, criterion, mark, motivation, account, reached_on, present)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (register_id, tender, round, lot, bid, criterion) DO UPDATE
SET mark = excluded.mark, motivation = excluded.motivation, account = excluded.account, reached_on = excluded.reached_on,
	present = excluded.present;

-- assessment_consensus: all marks in consensus of a round
SELECT lot, bid, criterion, mark, motivation, present FROM assessment_consensus
WHERE register_id = $1 AND tender = $2 AND round = $3 ORDER BY lot, bid, criterion;

-- assessment_consensus_of: those of one bid
SELECT lot, bid, criterion, mark, motivation, present FROM assessment_consensus
WHERE register_id = $1 AND tender = $2 AND round = $3 AND lot = $4 AND bid = $5 ORDER BY criterion;

-- assessment_consensus_won: those of the bids that won a lot
SELECT c.lot, c.bid, c.criterion, c.mark, c.motivation, c.present FROM assessment_consensus c JOIN assessment_result r
ON r.register_id = c.register_id AND r.tender = c.tender AND r.round = c.round AND r.bid = c.bid AND r.why = 'awarded'
WHERE c.register_id = $1 AND c.tender = $2 AND c.round = $3 AND c.lot = $4 ORDER BY c.bid, c.criterion;

-- assessment_freeze: no mark changes any more
UPDATE assessment_round SET frozen_on = $4 WHERE register_id = $1 AND tender = $2 AND round = $3;

-- assessment_decide: the award
UPDATE assessment_round SET decided_on = $4, rule = $5, threshold = $6, characteristics = $7
WHERE register_id = $1 AND tender = $2 AND round = $3;

-- assessment_add_result: how a bid came out
INSERT INTO assessment_result (register_id, tender, round, bid, bidder, lot, why, criterion, mark, mean, rank, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- assessment_results: how the bids of a round came out, the winners first
SELECT r.bid, r.bidder, r.lot, r.why, r.criterion, r.mark, r.mean, r.rank, r.words, r.signed_on, l.letter, l.sent_on, l.how
FROM assessment_result r LEFT JOIN assessment_letter l
ON l.register_id = r.register_id AND l.tender = r.tender AND l.round = r.round AND l.bid = r.bid
WHERE r.register_id = $1 AND r.tender = $2 AND r.round = $3
ORDER BY r.lot, CASE WHEN r.why = 'awarded' THEN 0 ELSE 1 END, r.bidder, r.bid;

-- assessment_add_letter: a letter to a bidder
INSERT INTO assessment_letter (register_id, tender, round, bid, letter, dated, subject, how) VALUES ($1, $2, $3, $4, $5, $6, $7, '');

-- assessment_letter: the letter of a bid in a round, with its words
SELECT l.letter, l.round, l.dated, l.subject, l.sent_on, l.how, f.body FROM assessment_letter l
JOIN journal_fact f ON f.register_id = l.register_id AND f.fact = l.letter
WHERE l.register_id = $1 AND l.tender = $2 AND l.bid = $3 AND l.round = $4;

-- assessment_letters_of: the letters about a bid, the newest round first, with the standstill that they began
SELECT l.round, l.dated, l.sent_on, r.standstill_until FROM assessment_letter l JOIN assessment_round r
ON r.register_id = l.register_id AND r.tender = l.tender AND r.round = l.round
WHERE l.register_id = $1 AND l.tender = $2 AND l.bid = $3 ORDER BY l.round DESC;

-- assessment_send: a letter left
UPDATE assessment_letter SET sent_on = $5, how = $6 WHERE register_id = $1 AND tender = $2 AND round = $3 AND bid = $4;

-- assessment_last_sent: when the last letter of a round left
SELECT MAX(sent_on) FROM assessment_letter WHERE register_id = $1 AND tender = $2 AND round = $3;

-- assessment_stand_still: the standstill
UPDATE assessment_round SET standstill_from = $4, standstill_until = $5 WHERE register_id = $1 AND tender = $2 AND round = $3;

-- assessment_add_relief: a bidder asks the judge
INSERT INTO assessment_relief (register_id, relief, tender, round, bid, asked_on, is_in_time, words, outcome, judged)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '');

-- assessment_end_relief: what came of that
UPDATE assessment_relief SET outcome = $3, ended_on = $4, judged = $5 WHERE register_id = $1 AND relief = $2;

-- assessment_reliefs: all that was asked of a judge
SELECT relief, round, bid, asked_on, is_in_time, words, outcome, ended_on, judged
FROM assessment_relief WHERE register_id = $1 AND tender = $2 ORDER BY relief;

-- assessment_sign: an agreement is signed
UPDATE assessment_result SET signed_on = $5 WHERE register_id = $1 AND tender = $2 AND round = $3 AND bid = $4;

-- assessment_notice_until: by when the notice of the award is published, counted from the first signature
UPDATE assessment_round SET notice_until = $4 WHERE register_id = $1 AND tender = $2 AND round = $3 AND notice_until IS NULL;

-- assessment_withdraw: the round ends without an award
UPDATE assessment_round SET withdrawn_on = $4, withdrawn_words = $5 WHERE register_id = $1 AND tender = $2 AND round = $3;

-- assessment_publish: the notice of the award
UPDATE assessment_round SET published_on = $4, published_at = $5 WHERE register_id = $1 AND tender = $2 AND round = $3;

-- assessment_of_account: the tenders that somebody marks
SELECT tender FROM assessment_assessor WHERE register_id = $1 AND account = $2 ORDER BY tender;

-- assessment_work_of: the tenders that somebody marks and whose marks are not frozen
SELECT a.tender FROM assessment_assessor a JOIN assessment_round r ON r.register_id = a.register_id AND r.tender = a.tender
WHERE a.register_id = $1 AND a.account = $2 AND r.frozen_on IS NULL
	AND r.round = (SELECT MAX(n.round) FROM assessment_round n WHERE n.register_id = a.register_id AND n.tender = a.tender)
ORDER BY a.tender;

-- assessment_unpublished: the tenders of which an agreement is signed and no award is published
SELECT tender FROM assessment_round WHERE register_id = $1 AND notice_until IS NOT NULL AND published_on IS NULL
ORDER BY notice_until, tender;
