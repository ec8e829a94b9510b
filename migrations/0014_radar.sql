-- Looking ahead: since when a provider came, as it was said at the door, and the ways in which all support is read.

ALTER TABLE assignment_assignment ADD COLUMN known_since DATE;
UPDATE assignment_assignment SET known_since = (
	SELECT /*sqlite json_extract(f.body, '$.since') -- */ (f.body::json->>'since')::date
	FROM journal_fact f
	WHERE f.register_id = assignment_assignment.register_id AND f.fact = assignment_assignment.assignment
		AND f.body LIKE '{%');
-- All assignments in the order in which they are looked at, beside their long explanations.
CREATE INDEX assignment_assignment_visit ON assignment_assignment (register_id, person, product, valid_from, valid_until,
	party, deliverer, assignment, known_since);
CREATE INDEX decision_line_until ON decision_line (register_id, valid_until, valid_from, person, product);
