-- promise 2 9 10: a second provider for a product that has one, without an order and without a fact
INSERT INTO assignment_assignment (register_id, person, assignment, decision, line, product, party, deliverer, valid_from,
	valid_until, choice, explanation)
SELECT register_id, person, -assignment, -decision, line, product, 'een-tweede', deliverer, valid_from, valid_until, choice,
	explanation
FROM assignment_assignment WHERE assignment = (SELECT MIN(assignment) FROM assignment_assignment);
