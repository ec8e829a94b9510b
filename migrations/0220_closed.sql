-- Of a report that is closed nobody waits for the investigation, nor for a personal plan.
UPDATE term_term SET closed_on = (
	SELECT c.closed_on FROM desk_closed c WHERE c.register_id = term_term.register_id AND c.report = term_term.about)
WHERE term IN ('investigation', 'personal-plan') AND valid_until = '9999-12-31' AND EXISTS (
	SELECT 1 FROM desk_closed c WHERE c.register_id = term_term.register_id AND c.report = term_term.about AND NOT EXISTS (
		SELECT 1 FROM investigation_outcome i
		WHERE i.register_id = c.register_id AND i.report = c.report AND i.investigation < c.closed)
	AND (term_term.term = 'investigation' OR NOT EXISTS (
		SELECT 1 FROM desk_plan p
		WHERE p.register_id = c.register_id AND p.report = c.report AND p.plan < c.closed)));
