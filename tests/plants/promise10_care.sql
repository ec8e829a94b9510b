-- promise 10: care runs that nobody assigned
INSERT INTO care_care (register_id, person, assignment, started_on)
SELECT register_id, MIN(person), 999999, '2023-05-01' FROM person_vault GROUP BY register_id;
