-- promise 10: the work list says that there is one case more than there is
UPDATE caseload_count SET cases = cases + 1 WHERE status = 'reported' AND cases = (
	SELECT MAX(cases) FROM caseload_count WHERE status = 'reported');
