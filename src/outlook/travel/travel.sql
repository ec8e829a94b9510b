-- travel_stops: who comes into which postcode on a day, by product and deliverer, and to how many clients
SELECT d.product, d.deliverer, v.postcode4, COUNT(DISTINCT d.person) FROM assignment_delivery d
JOIN (SELECT person, SUBSTR(postcode, 1, 4) AS postcode4 FROM person_vault WHERE register_id = $1) v ON v.person = d.person
WHERE d.register_id = $1 AND d.valid_from <= $2 AND d.valid_until > $2
GROUP BY d.product, d.deliverer, v.postcode4 ORDER BY d.product, d.deliverer, v.postcode4;
