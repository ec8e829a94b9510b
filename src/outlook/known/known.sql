-- known_add: somebody asks for a snapshot
INSERT INTO known_snapshot (register_id, number, until_at, asked_at, account, state, facts, facts_total, leased_until, fault)
SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, 'asked', 0, 0, 0, '' FROM known_snapshot WHERE register_id = $1;

-- known_list: the snapshots of a register, newest first
SELECT s.number, s.until_at, s.asked_at, COALESCE(a.name, s.account) AS name, s.state, s.facts, s.facts_total, s.fault
FROM known_snapshot s
LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.account
WHERE s.register_id = $1 AND s.state <> 'removed' ORDER BY s.number DESC;

-- known_find: one snapshot
SELECT s.number, s.until_at, s.asked_at, COALESCE(a.name, s.account) AS name, s.state, s.facts, s.facts_total, s.fault
FROM known_snapshot s
LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.account
WHERE s.register_id = $1 AND s.number = $2 AND s.state <> 'removed';

-- known_let_go: nobody needs a snapshot any more; its number is not given again
UPDATE known_snapshot SET state = 'removed' WHERE register_id = $1 AND number = $2;

-- known_again: the same moment, asked anew under another number
INSERT INTO known_snapshot (register_id, number, until_at, asked_at, account, state, facts, facts_total, leased_until, fault)
SELECT register_id, (SELECT MAX(number) + 1 FROM known_snapshot WHERE register_id = $1), until_at, asked_at, account, 'asked', 0, 0, 0, ''
FROM known_snapshot WHERE register_id = $1 AND number = $2;

-- known_waiting: whether there is anything to make, without writing
SELECT COUNT(*) FROM known_snapshot WHERE state = 'asked' OR (state = 'making' AND leased_until < $1);

-- known_take: the next one to make, or one whose maker is gone
UPDATE known_snapshot SET state = 'making', leased_until = $2
WHERE (register_id, number) = (
	SELECT register_id, number FROM known_snapshot WHERE state = 'asked' OR (state = 'making' AND leased_until < $1)
	ORDER BY asked_at, register_id, number LIMIT 1)
RETURNING register_id, number, until_at;

-- known_progress: how far one is; no row when it was let go meanwhile
UPDATE known_snapshot SET facts = $3, facts_total = $4, leased_until = $5
WHERE register_id = $1 AND number = $2 AND state = 'making' RETURNING number;

-- known_end: one is ready, or failed; no row when it was let go meanwhile
UPDATE known_snapshot SET state = $3, facts = $4, leased_until = 0, fault = $5
WHERE register_id = $1 AND number = $2 AND state = 'making' RETURNING number;
