-- promise 2: on one day of an assignment nobody comes
UPDATE assignment_delivery SET valid_from = '2023-05-15', valid_until = '9999-12-31'
WHERE assignment = (SELECT MIN(assignment) FROM assignment_delivery);
