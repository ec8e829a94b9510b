-- promise 2 3: a second organisation comes on the same days, and the resident was not told
INSERT INTO assignment_delivery (register_id, person, assignment, valid_from, valid_until, product, party, deliverer)
SELECT register_id, person, assignment, '2023-05-14', valid_until, product, party, 'een-tweede' FROM assignment_delivery
WHERE assignment = (SELECT MIN(assignment) FROM assignment_delivery WHERE valid_from < '2023-05-01' AND valid_until > '2023-05-15');
