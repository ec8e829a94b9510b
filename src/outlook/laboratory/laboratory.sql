-- laboratory_help: all help that was granted to somebody, with who delivers it; '' while nobody does
SELECT a.person, a.product, a.deliverer, a.party, a.valid_from, a.valid_until, v.born, v.postcode, v.house_number
FROM assignment_assignment a JOIN person_vault v ON v.register_id = a.register_id AND v.person = a.person
WHERE a.register_id = $1
UNION ALL
SELECT w.person, w.product, '', '', w.valid_from, w.valid_until, v.born, v.postcode, v.house_number
FROM assignment_waiting w JOIN person_vault v ON v.register_id = w.register_id AND v.person = w.person
WHERE w.register_id = $1
ORDER BY 1, 2, 5, 6;

-- laboratory_clients: who helps whom on a day, and where they live
SELECT d.person, d.party, d.product, v.postcode, v.house_number FROM assignment_delivery d
JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 AND d.valid_from <= $2 AND d.valid_until > $2 ORDER BY d.person, d.party, d.product;
