-- journal_open_register: a register and its name
INSERT INTO journal_register (register_id, name, demo_day) VALUES ($1, $2, $3);

-- journal_open_head: the beginning of its journal
INSERT INTO journal_head (register_id, fact, chain) VALUES ($1, 0, '');

-- journal_registers: all registers of this database
SELECT register_id, name, demo_day FROM journal_register ORDER BY register_id;

-- journal_next_number: the one row that gives facts their order; whoever updates it writes
UPDATE journal_head SET fact = fact + 1 WHERE register_id = $1 RETURNING fact, chain, known_until;

-- journal_hold: the one writer, without a fact yet
UPDATE journal_head SET fact = fact WHERE register_id = $1 RETURNING fact;

-- journal_people_since: about whom there were facts after one
SELECT person FROM journal_fact WHERE register_id = $1 AND fact > $2 ORDER BY fact;

-- journal_set_chain: the chain value of the newest fact
UPDATE journal_head SET chain = $2 WHERE register_id = $1;

-- journal_set_head: the newest fact and its chain value, of a journal that is copied
UPDATE journal_head SET fact = $2, chain = $3 WHERE register_id = $1;

-- journal_close_head: this is what was known at a moment; nothing is added any more
UPDATE journal_head SET known_until = $2 WHERE register_id = $1;

-- journal_known_until: the moment of which this database says what was known; 0 where facts are added
SELECT COALESCE(MAX(known_until), 0) FROM journal_head;

-- journal_known_by: the last fact recorded by a moment, with all that followed from it
SELECT COALESCE((
	SELECT MIN(fact) - 1 FROM journal_fact WHERE register_id = $1 AND reaction = '' AND fact > k.last),
	(SELECT MAX(fact) FROM journal_fact WHERE register_id = $1), 0)
FROM (SELECT COALESCE(MAX(fact), 0) AS last FROM journal_fact WHERE register_id = $1 AND recorded_at <= $2) k;

-- journal_head: where the journal stands
SELECT fact, chain FROM journal_head WHERE register_id = $1;

-- journal_insert: store a fact
INSERT INTO journal_fact (register_id, person, fact, kind, valid_on, recorded_at, account, why, cause, reaction, findings,
	salt, body, digest, chain)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- journal_of_person: the newest facts about a person
SELECT f.fact, f.kind, f.valid_on, f.recorded_at, COALESCE(a.name, f.account) AS name FROM journal_fact f
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE f.register_id = $1 AND f.person = $2 ORDER BY f.fact DESC LIMIT 500;

-- journal_of_person_on: as journal_of_person, what held or was recorded by the end of a day
SELECT f.fact, f.kind, f.valid_on, f.recorded_at, COALESCE(a.name, f.account) AS name FROM journal_fact f
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE f.register_id = $1 AND f.person = $2 AND (f.valid_on <= $3 OR f.recorded_at < $4) ORDER BY f.fact DESC LIMIT 500;

-- journal_part: the next facts in order, to walk the journal in parts
SELECT fact, person, kind, valid_on, recorded_at, account, why, cause, reaction, findings, salt, body, digest, chain
FROM journal_fact WHERE register_id = $1 AND fact > $2 AND fact <= $3 ORDER BY fact LIMIT 1000;

-- journal_insert_task: what a stored notice leaves to somebody
INSERT INTO journal_task (register_id, fact, number, person, about, corner, code, since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- journal_end_tasks: somebody did what was left to do: of that code, or of all that begin so where it ends in a dash
UPDATE journal_task SET done_on = $5
WHERE register_id = $1 AND person = $2 AND (code = $3 OR ($3 LIKE '%-' AND code LIKE $3 || '%')) AND (about = $4 OR $4 = 0) AND done_on = '9999-12-31';

-- journal_tasks: what is open in a corner, without the codes that are for others ("|code|code|"), oldest first
SELECT t.fact, t.number, t.person, t.about, f.kind, t.code, t.since FROM journal_task t
JOIN journal_fact f ON f.register_id = t.register_id AND f.fact = t.fact
WHERE t.register_id = $1 AND t.corner = $2 AND $3 NOT LIKE '%|' || t.code || '|%' AND (t.fact, t.number) > ($4, $5)
	AND t.done_on = '9999-12-31'
ORDER BY t.fact, t.number LIMIT 50;

-- journal_tasks_count: how much that is
SELECT COUNT(*) FROM journal_task
WHERE register_id = $1 AND corner = $2 AND $3 NOT LIKE '%|' || code || '|%' AND done_on = '9999-12-31';

-- journal_tasks_of_code: what was left to do by a day at the latest, and was open on another
SELECT t.fact, t.number, t.person, t.about, f.kind, t.code, t.since FROM journal_task t
JOIN journal_fact f ON f.register_id = t.register_id AND f.fact = t.fact
WHERE t.register_id = $1 AND t.corner = $2 AND t.code = $3 AND t.since <= $4 AND t.done_on > $5
ORDER BY t.since, t.fact LIMIT 200;

-- journal_tasks_on: as journal_tasks, what was open on a day
SELECT t.fact, t.number, t.person, t.about, f.kind, t.code, t.since FROM journal_task t
JOIN journal_fact f ON f.register_id = t.register_id AND f.fact = t.fact
WHERE t.register_id = $1 AND t.corner = $2 AND $3 NOT LIKE '%|' || t.code || '|%' AND (t.fact, t.number) > ($4, $5)
	AND t.since <= $6 AND t.done_on > $6
ORDER BY t.fact, t.number LIMIT 50;

-- journal_tasks_count_on: how much that was
SELECT COUNT(*) FROM journal_task
WHERE register_id = $1 AND corner = $2 AND $3 NOT LIKE '%|' || code || '|%' AND since <= $4 AND done_on > $4;

-- journal_task_about: whether something is open about an assignment
SELECT fact FROM journal_task WHERE register_id = $1 AND person = $2 AND code = $3 AND about = $4
	AND done_on = '9999-12-31';

-- journal_numbers_of: the numbers of the facts about a person before one
SELECT fact FROM journal_fact WHERE register_id = $1 AND person = $2 AND fact < $3 ORDER BY fact;

-- journal_blank: what was said of a person is erased; the digests stay, so that the chain stays whole
UPDATE journal_fact SET salt = '', body = '' WHERE register_id = $1 AND person = $2 AND fact < $3;

-- journal_lost_bodies: how many bodies are missing that no erasure took
SELECT COUNT(*) FROM journal_fact f WHERE f.register_id = $1 AND f.body = '' AND NOT EXISTS (
	SELECT 1 FROM journal_fact e
	WHERE e.register_id = $1 AND e.person = f.person AND e.kind = 'person_erased' AND e.fact > f.fact);
