-- figures_cases: how many cases each team had at each step on a day
SELECT team, status, COUNT(*) AS people FROM caseload_history
WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $2 GROUP BY team, status ORDER BY team, status;

-- figures_support: to how many people who comes brought which product on a day
SELECT deliverer, product, COUNT(DISTINCT person) AS people FROM assignment_delivery
WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $2 GROUP BY deliverer, product ORDER BY deliverer, product;

-- figures_movements: for how many people each movement was seen in a year, up to a day
SELECT m.movement, m.year, COUNT(DISTINCT m.person) AS people FROM (
	SELECT CASE WHEN source IN ('volunteers', 'general_provision') THEN 'free' ELSE 'network' END AS movement,
		substr(CAST(found_on AS TEXT), 1, 4) AS year, person
	FROM investigation_help WHERE register_id = $1 AND found_on <= $2
	UNION ALL
	SELECT 'one_hand', substr(CAST(made_on AS TEXT), 1, 4), person FROM plan_plan
	WHERE register_id = $1 AND made_on <= $2 AND one_hand = 'yes'
	UNION ALL
	SELECT CASE WHEN n.minutes_per_week < o.minutes_per_week THEN 'lighter' ELSE 'heavier' END,
		substr(CAST(n.made_on AS TEXT), 1, 4), n.person
	FROM plan_plan n
	JOIN plan_plan o ON o.register_id = n.register_id AND o.person = n.person AND o.version = n.version - 1
	WHERE n.register_id = $1 AND n.made_on <= $2 AND n.minutes_per_week <> o.minutes_per_week) m
GROUP BY m.movement, m.year ORDER BY m.movement, m.year;
