-- promise 7: an assignment went to somebody whom its explanation does not name
UPDATE assignment_assignment SET deliverer = 'iemand-anders'
WHERE assignment = (SELECT MIN(assignment) FROM assignment_assignment);
