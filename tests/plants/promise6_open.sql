-- promise 6: a decision was taken and its term still runs
UPDATE term_term SET closed_on = NULL WHERE term = 'decision' AND about = (
	SELECT MIN(about) FROM term_term WHERE term = 'decision' AND closed_on IS NOT NULL);
