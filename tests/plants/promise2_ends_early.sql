-- promise 2: the provider stops before the decision ends
UPDATE assignment_assignment SET valid_until = '9999-12-30'
WHERE assignment = (SELECT MIN(assignment) FROM assignment_assignment);
