-- care_start: care began
INSERT INTO care_care (register_id, person, assignment, started_on) VALUES ($1, $2, $3, $4)
ON CONFLICT (register_id, person, assignment) DO UPDATE SET started_on = excluded.started_on;

-- care_of: what care of a person has begun
SELECT assignment, started_on FROM care_care WHERE register_id = $1 AND person = $2 ORDER BY assignment;

-- care_begun: the assignments whose care had begun by a day
SELECT assignment FROM care_care WHERE register_id = $1 AND started_on <= $2 ORDER BY assignment;

-- care_drop: it did not begin
DELETE FROM care_care WHERE register_id = $1 AND person = $2 AND assignment = $3;

-- care_close_gap: care goes on, or is without for another reason, from a day
UPDATE care_gap SET until_day = $4 WHERE register_id = $1 AND person = $2 AND assignment = $3 AND until_day = '9999-12-31';

-- care_open_gap: care does not run from a day on
INSERT INTO care_gap (register_id, person, assignment, from_day, until_day, sort, reason, expected_on, fact)
VALUES ($1, $2, $3, $4, '9999-12-31', $5, $6, $7, $8);

-- care_reopen_gap: it did not go on after all
UPDATE care_gap SET until_day = '9999-12-31' WHERE register_id = $1 AND person = $2 AND assignment = $3
	AND fact = (SELECT MAX(g.fact) FROM care_gap g WHERE g.register_id = $1 AND g.person = $2 AND g.assignment = $3);

-- care_drop_last_gap: it did not stop after all
DELETE FROM care_gap WHERE register_id = $1 AND person = $2 AND assignment = $3
	AND fact = (SELECT MAX(g.fact) FROM care_gap g WHERE g.register_id = $1 AND g.person = $2 AND g.assignment = $3);

-- care_gaps_of: the days on which care of a person did not run
SELECT person, assignment, from_day, until_day, sort, reason, expected_on FROM care_gap
WHERE register_id = $1 AND person = $2 AND from_day < until_day ORDER BY assignment, fact;

-- care_gaps_on: whose care does not run on a day
SELECT person, assignment, from_day, until_day, sort, reason, expected_on FROM care_gap
WHERE register_id = $1 AND from_day <= $2 AND until_day > $2 ORDER BY assignment;

-- care_add_declined: a provider does not take somebody
INSERT INTO care_declined (register_id, person, assignment, party, product, declined_on, reason, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- care_declined_of: who did not take a person
SELECT assignment, party, product, reason, words, declined_on FROM care_declined
WHERE register_id = $1 AND person = $2 ORDER BY assignment;

-- care_add_talk: somebody spoke with a client
INSERT INTO care_talk (register_id, person, talk, talked_on, how, whom, words, account) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- care_talks_of: the talks with a person up to a day, newest first
SELECT t.talk, t.talked_on, t.how, t.whom, t.words, COALESCE(a.name, t.account) AS name FROM care_talk t
LEFT JOIN access_account a ON a.register_id = t.register_id AND a.account = t.account
WHERE t.register_id = $1 AND t.person = $2 AND t.talked_on <= $3 ORDER BY t.talked_on DESC, t.talk DESC;

-- care_drop_workers: nobody who was to come from a day on, or later
DELETE FROM care_worker WHERE register_id = $1 AND person = $2 AND assignment = $3 AND from_day >= $4;

-- care_end_worker: and who came until then stops
UPDATE care_worker SET until_day = $4 WHERE register_id = $1 AND person = $2 AND assignment = $3 AND until_day > $4;

-- care_add_worker: but this one comes
INSERT INTO care_worker (register_id, person, assignment, from_day, until_day, name, times, per, product, helper)
VALUES ($1, $2, $3, $4, '9999-12-31', $5, $6, $7, $8, $9);

-- care_workers_of: who came and comes to a person
SELECT assignment, product, name, helper, times, per, from_day, until_day FROM care_worker
WHERE register_id = $1 AND person = $2 ORDER BY assignment, from_day;
