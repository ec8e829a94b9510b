-- promise 3 10: an assignment ended and the resident heard of it a week later, and no fact says it
INSERT INTO assignment_ended (register_id, person, assignment, ended_on, because, told_on, told_how, fact)
SELECT register_id, person, assignment, '2023-05-01', 'moved', '2023-05-08', 'letter', 0 FROM assignment_assignment
WHERE assignment = (SELECT MIN(assignment) FROM assignment_assignment);
