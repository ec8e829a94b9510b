-- promise 2 3 9 10: a line has two assignments with a week between them, and nothing ended the first
INSERT INTO assignment_assignment (register_id, person, assignment, decision, line, product, party, deliverer, valid_from,
	valid_until, choice, explanation)
SELECT register_id, person, -assignment, decision, line, product, party, deliverer, '2023-05-14', valid_until, choice,
	explanation
FROM assignment_assignment
WHERE assignment = (SELECT MIN(assignment) FROM assignment_assignment WHERE valid_from < '2023-05-01' AND valid_until > '2023-05-15');
UPDATE assignment_assignment SET valid_until = '2023-05-07'
WHERE assignment = (SELECT -MIN(assignment) FROM assignment_assignment);
