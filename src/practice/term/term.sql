-- term_of: the terms of a person as they stand
SELECT about, person, report, term, valid_from, valid_until, starts_on, due_on, closed_on, still_from, still_until, ground, expected_by,
	sum
FROM term_term WHERE register_id = $1 AND person = $2 AND valid_until = '9999-12-31' ORDER BY starts_on DESC, about DESC, term;

-- term_of_on: the terms of a person as they stood on a day
SELECT about, person, report, term, valid_from, valid_until, starts_on, due_on, CASE WHEN closed_on <= $3 THEN closed_on END AS closed_on,
	still_from, still_until, ground, expected_by, sum
FROM term_term WHERE register_id = $1 AND person = $2 AND valid_from <= $3 AND valid_until > $3
ORDER BY starts_on DESC, about DESC, term;

-- term_one: a term as it stands
SELECT about, person, report, term, valid_from, valid_until, starts_on, due_on, closed_on, still_from, still_until, ground, expected_by,
	sum
FROM term_term WHERE register_id = $1 AND person = $2 AND about = $3 AND term = $4 AND valid_until = '9999-12-31';

-- term_open: the open terms of everybody behind the last of the page before
SELECT about, person, report, term, valid_from, valid_until, starts_on, due_on, closed_on, still_from, still_until, ground, expected_by,
	sum
FROM term_term WHERE register_id = $1 AND valid_until = '9999-12-31' AND closed_on IS NULL AND (person, about, term) > ($2, $3, $4)
ORDER BY person, about, term LIMIT 500;

-- term_put: how a term stands from a day on
INSERT INTO term_term (register_id, person, about, term, valid_from, valid_until, report, starts_on, due_on, still_from, still_until,
	ground, expected_by, sum)
VALUES ($1, $2, $3, $4, $5, '9999-12-31', $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (register_id, person, about, term, valid_from) DO UPDATE SET due_on = excluded.due_on, starts_on = excluded.starts_on,
	still_from = excluded.still_from, still_until = excluded.still_until, ground = excluded.ground, expected_by = excluded.expected_by,
	sum = excluded.sum;

-- term_end: how it stood before ends on that day
UPDATE term_term SET valid_until = $5
WHERE register_id = $1 AND person = $2 AND about = $3 AND term = $4 AND valid_until = '9999-12-31' AND valid_from < $5;

-- term_close: what the term waited for is there
UPDATE term_term SET closed_on = $5
WHERE register_id = $1 AND person = $2 AND about = $3 AND term = $4 AND valid_until = '9999-12-31' AND closed_on IS NULL;

-- term_add_penalty: what is due for being late
INSERT INTO term_penalty (register_id, person, about, penalty, set_on, days, cents) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- term_penalty: what is due for being late
SELECT penalty, set_on, days, cents FROM term_penalty WHERE register_id = $1 AND person = $2 AND about = $3;

-- term_letter: what a letter is about
SELECT person, about, sort FROM document_letter WHERE register_id = $1 AND letter = $2 AND copy_of = 0;

-- term_counted: by which list of holidays the open terms were counted last
SELECT holidays FROM term_counted WHERE register_id = $1;

-- term_set_counted: they are counted by this one
INSERT INTO term_counted (register_id, holidays) VALUES ($1, $2)
ON CONFLICT (register_id) DO UPDATE SET holidays = excluded.holidays;
