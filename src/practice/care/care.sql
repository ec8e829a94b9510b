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

-- care_add_contribution: a contribution starts
INSERT INTO care_contribution (register_id, person, period, from_day, until_day) VALUES ($1, $2, $3, $5, $4);

-- care_move_contribution: it started on another day
UPDATE care_contribution SET from_day = $4 WHERE register_id = $1 AND person = $2 AND period = $3;

-- care_stop_contribution: it stops on a day, on another one, or does not after all
UPDATE care_contribution SET until_day = $4 WHERE register_id = $1 AND person = $2 AND period = $3;

-- care_drop_contribution: it should not have started
DELETE FROM care_contribution WHERE register_id = $1 AND person = $2 AND period = $3;

-- care_contributions_of: what the CAK is told of a person, the earliest first
SELECT period, from_day AS "from", until_day AS "until" FROM care_contribution
WHERE register_id = $1 AND person = $2 ORDER BY from_day, period;

-- care_add_contribution_change: something to tell the CAK
INSERT INTO care_contribution_change (register_id, change, person, period, sort, from_day, last_day, made_on, state, answer, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', '', '');

-- care_contribution_state: how far a change of a person is
SELECT state FROM care_contribution_change WHERE register_id = $1 AND change = $2 AND person = $3;

-- care_contribution_person: whose change it is
SELECT person FROM care_contribution_change WHERE register_id = $1 AND change = $2;

-- care_contribution_set: how far a change is from now on
UPDATE care_contribution_change SET state = $3, sent_on = COALESCE($4, sent_on), answered_on = COALESCE($5, answered_on),
	answer = CASE WHEN $6 = '' THEN answer ELSE $6 END, words = $7
WHERE register_id = $1 AND change = $2;

-- care_contribution_lines: the changes in a state after a number, oldest first
SELECT c.change, c.person, c.period, c.sort, c.state, c.answer, c.words, c.from_day, c.last_day, c.made_on, c.sent_on, c.answered_on,
	v.initials, v.prefix, v.surname
FROM care_contribution_change c JOIN person_vault v ON v.register_id = c.register_id AND v.person = c.person
WHERE c.register_id = $1 AND c.state = $2 AND c.change > $3 ORDER BY c.change LIMIT 50;

-- care_contribution_counts: how many changes are in each state
SELECT state, COUNT(*) AS changes FROM care_contribution_change WHERE register_id = $1 GROUP BY state;

-- care_plan_day: a day to look at a granted line, or another one in its place
INSERT INTO care_planned (register_id, person, decision, line, sort, product, due_on, why) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (register_id, person, decision, line, sort) DO UPDATE SET due_on = excluded.due_on, why = excluded.why;

-- care_done_day: it was looked at together
DELETE FROM care_planned WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4 AND sort = 'evaluation';

-- care_drop_days: the line is no more from a day on
DELETE FROM care_planned WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4 AND due_on >= $5;

-- care_move_days: from a day on another line comes in its place, until another day
INSERT INTO care_planned (register_id, person, decision, line, sort, product, due_on, why)
SELECT register_id, person, CAST($6 AS BIGINT), 0, sort, product, due_on, why FROM care_planned
WHERE register_id = $1 AND person = $2 AND decision = $3 AND line = $4 AND due_on >= $5 AND due_on < $7;

-- care_looked_anew: a new question of the person is the new look that was due by a day
DELETE FROM care_planned WHERE register_id = $1 AND person = $2 AND sort = 'reassessment' AND due_on <= $3;

-- care_planned_of: the days set for a person, the soonest first
SELECT person, decision, line, sort, product, due_on, why FROM care_planned
WHERE register_id = $1 AND person = $2 ORDER BY due_on, decision, line, sort;

-- care_add_evaluation: what was looked at together
INSERT INTO care_evaluation (register_id, person, decision, line, evaluation, product, held_on, whom, outcome, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- care_evaluations_of: what was looked at together by a day, newest first
SELECT evaluation, decision, line, product, whom, outcome, words, held_on FROM care_evaluation
WHERE register_id = $1 AND person = $2 AND held_on <= $3 ORDER BY held_on DESC, evaluation DESC;

-- care_planned_until: the days set for a register up to a day, the soonest first
SELECT person, decision, line, sort, product, due_on, why FROM care_planned
WHERE register_id = $1 AND due_on <= $2 ORDER BY due_on, person, decision, line;

-- care_add_appreciation: a carer gets a token of appreciation, or does not
INSERT INTO care_appreciation (register_id, person, appreciation, year, state, form, cents, carer_mark, decided_on, reason, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- care_give_appreciation: it was given
UPDATE care_appreciation SET state = 'given', given_on = $4 WHERE register_id = $1 AND person = $2 AND appreciation = $3;

-- care_appreciation_once: whether a carer has one for a year
SELECT 1 FROM care_appreciation WHERE register_id = $1 AND carer_mark = $2 AND year = $3 AND state <> 'refused' LIMIT 1;

-- care_appreciations_of: those for carers of a client, newest first
SELECT appreciation, person, year, cents, state, form, reason, words, decided_on, given_on FROM care_appreciation
WHERE register_id = $1 AND person = $2 ORDER BY appreciation DESC;

-- care_appreciations_in: those of a year in a state after a number
SELECT appreciation, person, year, cents, state, form, reason, words, decided_on, given_on FROM care_appreciation
WHERE register_id = $1 AND year = $2 AND state = $3 AND appreciation > $4 ORDER BY appreciation LIMIT 50;

-- care_appreciation_counts: how many of each state and form in a year, and what they come to
SELECT state, form, COUNT(*) AS carers, CAST(SUM(cents) AS BIGINT) AS cents FROM care_appreciation
WHERE register_id = $1 AND year = $2 GROUP BY state, form ORDER BY state, form;
