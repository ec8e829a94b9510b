-- promise 10: what the work list was on a past day leaves a case out
DELETE FROM caseload_history WHERE (register_id, report, valid_from) IN (
	SELECT register_id, report, valid_from FROM caseload_history
	WHERE status = 'investigated' AND valid_until <> '9999-12-31' ORDER BY report, valid_from LIMIT 1);
