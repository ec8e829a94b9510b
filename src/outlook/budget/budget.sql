-- budget_waiting: how many people waited for a decision or for a provider on a day
SELECT COUNT(DISTINCT person) FROM caseload_history
WHERE register_id = $1 AND status IN ('reported', 'investigated', 'applied', 'waiting', 'assigned') AND valid_from <= $2
	AND valid_until > $2;

-- budget_refused: how many applications were refused between two days
SELECT COUNT(*) FROM decision_decision WHERE register_id = $1 AND outcome = 'refused' AND decided_on >= $2 AND decided_on < $3;

-- budget_complaints: how many complaints came in between two days
SELECT COUNT(*) FROM safety_complaint WHERE register_id = $1 AND received_on >= $2 AND received_on < $3;

-- budget_use: how many people had each product on a day, and on a day before it
SELECT product, COUNT(DISTINCT CASE WHEN valid_from <= $2 AND valid_until > $2 THEN person END) AS now,
	COUNT(DISTINCT CASE WHEN valid_from <= $3 AND valid_until > $3 THEN person END) AS earlier
FROM assignment_delivery WHERE register_id = $1 AND valid_from <= $2 AND valid_until > $3 GROUP BY product ORDER BY product;
