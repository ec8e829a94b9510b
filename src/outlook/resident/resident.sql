-- resident_count_wrong: one more wrong birth date with the code of a letter
INSERT INTO resident_entry (register_id, letter, wrong) VALUES ($1, $2, 1)
ON CONFLICT (register_id, letter) DO UPDATE SET wrong = resident_entry.wrong + 1;

-- resident_wrong: how many there were since the last right one
SELECT wrong FROM resident_entry WHERE register_id = $1 AND letter = $2;

-- resident_forget_wrong: the right one
DELETE FROM resident_entry WHERE register_id = $1 AND letter = $2;

-- resident_facts_of: all facts about a person, the newest first
SELECT f.fact, f.kind, f.valid_on, f.recorded_at, f.account, COALESCE(a.name, f.account) AS name, f.body FROM journal_fact f
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE f.register_id = $1 AND f.person = $2 ORDER BY f.fact DESC;
