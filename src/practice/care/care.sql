-- care_start: care began
INSERT INTO care_care (register_id, person, assignment, started_on) VALUES ($1, $2, $3, $4)
ON CONFLICT (register_id, person, assignment) DO UPDATE SET started_on = excluded.started_on;

-- care_of: what care of a person has begun
SELECT assignment, started_on FROM care_care WHERE register_id = $1 AND person = $2 ORDER BY assignment;

-- care_begun: the assignments whose care had begun by a day
SELECT assignment FROM care_care WHERE register_id = $1 AND started_on <= $2 ORDER BY assignment;
