-- erasure_add_done: somebody was erased
INSERT INTO erasure_done (register_id, fact, erased_on, ground, facts) VALUES ($1, $2, $3, $4, $5);

-- erasure_all_done: all of them
SELECT erased_on, ground FROM erasure_done WHERE register_id = $1 ORDER BY erased_on DESC;

-- erasure_count_facts: how many facts there are about a person, and the day of the last
SELECT COUNT(*), MAX(valid_on) FROM journal_fact WHERE register_id = $1 AND person = $2;
