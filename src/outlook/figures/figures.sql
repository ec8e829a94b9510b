-- figures_cases: how many cases each team had at each step on a day
SELECT team, status, COUNT(*) AS people FROM caseload_history
WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $2 GROUP BY team, status ORDER BY team, status;

-- figures_support: to how many people who comes brought which product on a day
SELECT deliverer, product, COUNT(DISTINCT person) AS people FROM assignment_delivery
WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $2 GROUP BY deliverer, product ORDER BY deliverer, product;
