-- promise 3 10: the resident was told of a handover on the day itself, and no fact says it
INSERT INTO transition_handover (register_id, person, handover, assignment, handed_on, from_member, to_member, told_on, told_how,
	reason)
SELECT register_id, person, 0, assignment, valid_from, deliverer, 'een-ander', valid_from, 'phone', 'Ziek.'
FROM assignment_delivery WHERE assignment = (SELECT MIN(assignment) FROM assignment_delivery);
