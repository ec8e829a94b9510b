-- plan_strike_norm: a norm set is no ground for decisions any more
INSERT INTO plan_struck_norm (register_id, norm_set, struck, valid_from, why, ruling) VALUES ($1, $2, $3, $4, $5, $6);

-- plan_struck_norm: from when a norm set is no ground any more
SELECT norm_set, valid_from, why, ruling FROM plan_struck_norm WHERE register_id = $1 AND norm_set = $2;

-- plan_add: a version of a plan
INSERT INTO plan_plan (register_id, person, version, plan, report, made_on, arrangement, one_hand, changed_because, minutes_per_week)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- plan_add_goal: a goal in it
INSERT INTO plan_goal (register_id, person, version, goal, words, result) VALUES ($1, $2, $3, $4, $5, $6);

-- plan_add_line: a product in it
INSERT INTO plan_line (register_id, person, version, line, product, amount, unit, frequency, norm_set, norm_minutes, deviation, reasons)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- plan_add_sum: a line of a sum in it
INSERT INTO plan_sum (register_id, person, version, place, product, norm_key, label, value, minutes, because)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- plan_add_score: how far a goal is
INSERT INTO plan_score (register_id, person, goal, scored, scored_on, score, words) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- plan_plans_of: the versions of a plan made by a day, newest first
SELECT plan, version, report, minutes_per_week, made_on, arrangement, one_hand, changed_because FROM plan_plan
WHERE register_id = $1 AND person = $2 AND made_on <= $3 ORDER BY version DESC;

-- plan_goals: the goals of a version
SELECT words, result, goal FROM plan_goal WHERE register_id = $1 AND person = $2 AND version = $3 ORDER BY goal;

-- plan_lines: the products of a version
SELECT product, amount, norm_set, deviation, unit, frequency, norm_minutes, reasons FROM plan_line
WHERE register_id = $1 AND person = $2 AND version = $3 ORDER BY line;

-- plan_sums: how their time was found
SELECT product, norm_key AS key, value, label, because, minutes FROM plan_sum
WHERE register_id = $1 AND person = $2 AND version = $3 ORDER BY place;

-- plan_lines_after: the products of the newest plan after a report
SELECT l.product, l.amount, l.norm_set, l.deviation, l.unit, l.frequency, l.norm_minutes, l.reasons FROM plan_plan p
JOIN plan_line l ON l.register_id = p.register_id AND l.person = p.person AND l.version = p.version
WHERE p.register_id = $1 AND p.report = $2
	AND p.version = (SELECT MAX(version) FROM plan_plan WHERE register_id = $1 AND report = $2) ORDER BY l.line;

-- plan_scores_of: the scores of a person's goals up to a day, by goal, oldest first
SELECT goal, score, scored_on, words FROM plan_score
WHERE register_id = $1 AND person = $2 AND scored_on <= $3 ORDER BY goal, scored_on, scored;

-- plan_goal_first: when a goal was first made
SELECT MIN(p.made_on) FROM plan_goal g
JOIN plan_plan p ON p.register_id = g.register_id AND p.person = g.person AND p.version = g.version
WHERE g.register_id = $1 AND g.person = $2 AND g.goal = $3;

-- plan_goal_number: the number of a goal with these words, and the highest number of all
SELECT COALESCE(MAX(CASE WHEN words = $3 THEN goal ELSE 0 END), 0), COALESCE(MAX(goal), 0) FROM plan_goal
WHERE register_id = $1 AND person = $2;
