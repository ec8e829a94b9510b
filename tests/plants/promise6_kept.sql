-- promise 6 10: a suspension moved the decision by a year
UPDATE term_term SET due_on = '2025-05-15' WHERE term = 'decision' AND closed_on IS NULL AND about = (
	SELECT MIN(about) FROM term_term WHERE term = 'decision' AND closed_on IS NULL);
