-- mailing_add: somebody plans a mailing
INSERT INTO mailing_batch (register_id, number, asked_at, account, who, which, sort, subject, words, state, fact, total, written,
	skipped, leased_until, fault)
SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, 'planned', 0, 0, 0, 0, 0, '' FROM mailing_batch
WHERE register_id = $1
RETURNING number;

-- mailing_add_member: one of whom it goes to
INSERT INTO mailing_member (register_id, number, place, person, letter, skipped) VALUES ($1, $2, $3, $4, 0, '');

-- mailing_set_total: to how many people
UPDATE mailing_batch SET total = $3 WHERE register_id = $1 AND number = $2;

-- mailing_list: the mailings of a register, newest first
SELECT b.number, b.asked_at, COALESCE(a.name, b.account) AS name, b.who, b.which, b.sort, b.subject, b.words, b.state, b.total,
	b.written, b.skipped, b.fault, b.fact, b.account
FROM mailing_batch b
LEFT JOIN access_account a ON a.register_id = b.register_id AND a.account = b.account
WHERE b.register_id = $1 ORDER BY b.number DESC LIMIT 50;

-- mailing_find: one mailing
SELECT b.number, b.asked_at, COALESCE(a.name, b.account) AS name, b.who, b.which, b.sort, b.subject, b.words, b.state, b.total,
	b.written, b.skipped, b.fault, b.fact, b.account
FROM mailing_batch b
LEFT JOIN access_account a ON a.register_id = b.register_id AND a.account = b.account
WHERE b.register_id = $1 AND b.number = $2;

-- mailing_set_state: a mailing goes on, from one of two states
UPDATE mailing_batch SET state = $3, leased_until = 0 WHERE register_id = $1 AND number = $2 AND state IN ($4, $5) RETURNING number;

-- mailing_set_fact: by which fact it began
UPDATE mailing_batch SET fact = $3 WHERE register_id = $1 AND number = $2;

-- mailing_skipped: who gets no letter, and why
SELECT person, skipped FROM mailing_member WHERE register_id = $1 AND number = $2 AND skipped <> '' ORDER BY place LIMIT 200;

-- mailing_first: the first to whom it goes
SELECT person FROM mailing_member WHERE register_id = $1 AND number = $2 ORDER BY place LIMIT 1;

-- mailing_waiting: whether there is anything to do, without writing
SELECT COUNT(*) FROM mailing_batch WHERE state IN ('asked', 'leaving') AND leased_until < $1
	OR (state = 'writing' AND leased_until < $1);

-- mailing_take: the next one to work on, or one whose worker is gone
UPDATE mailing_batch SET state = CASE WHEN state = 'leaving' THEN 'leaving' ELSE 'writing' END, leased_until = $2
WHERE (register_id, number) = (
	SELECT register_id, number FROM mailing_batch WHERE state IN ('asked', 'writing', 'leaving') AND leased_until < $1
	ORDER BY asked_at, register_id, number LIMIT 1)
RETURNING register_id, number;

-- mailing_next: the next people without a letter
SELECT place, person FROM mailing_member
WHERE register_id = $1 AND number = $2 AND place > $3 AND letter = 0 AND skipped = '' ORDER BY place LIMIT 100;

-- mailing_letters: the letters of a stretch of places, each with its copies
SELECT place, letter FROM mailing_member WHERE register_id = $1 AND number = $2 AND place > $3 AND place <= $4 AND letter <> 0
UNION ALL SELECT m.place, c.letter FROM mailing_member m
JOIN document_letter c ON c.register_id = m.register_id AND c.person = m.person AND c.copy_of = m.letter
WHERE m.register_id = $1 AND m.number = $2 AND m.place > $3 AND m.place <= $4 AND m.letter <> 0 ORDER BY 1, 2;

-- mailing_set_letter: somebody's letter was written
UPDATE mailing_member SET letter = $4 WHERE register_id = $1 AND number = $2 AND place = $3;

-- mailing_set_skipped: somebody gets none
UPDATE mailing_member SET skipped = $4 WHERE register_id = $1 AND number = $2 AND place = $3;

-- mailing_progress: how far it is; no row when it was stopped meanwhile
UPDATE mailing_batch SET written = written + $3, skipped = skipped + $4, leased_until = $5
WHERE register_id = $1 AND number = $2 AND state IN ('writing', 'leaving') RETURNING number;

-- mailing_end: it is done, or failed; no row when it was stopped meanwhile
UPDATE mailing_batch SET state = $3, leased_until = 0, fault = $4
WHERE register_id = $1 AND number = $2 AND state IN ('writing', 'leaving') RETURNING number;
