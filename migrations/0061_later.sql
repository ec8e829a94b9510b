-- Later decisions: a granted line that is changed, ended or withdrawn (Wmo 2015, art. 2.3.10).

CREATE TABLE decision_later (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	later BIGINT NOT NULL, -- the fact
	report BIGINT NOT NULL,
	decision BIGINT NOT NULL, -- of which decision, itself perhaps a later one,
	line BIGINT NOT NULL, -- which line
	sort TEXT NOT NULL, -- changed, ended, withdrawn
	product TEXT NOT NULL,
	decided_on DATE NOT NULL,
	effective_from DATE NOT NULL, -- as the decision says
	ends_from DATE NOT NULL, -- the first day that is not as before
	notice_until DATE NOT NULL, -- the first day that the notice leaves
	ground TEXT NOT NULL,
	without_notice TEXT NOT NULL, -- request, urgent, died, or ''
	why_without TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	mandate TEXT NOT NULL,
	reasons TEXT NOT NULL,
	objection_until DATE NOT NULL,
	PRIMARY KEY (register_id, person, later)
);

ALTER TABLE decision_decision ADD COLUMN mandate TEXT NOT NULL DEFAULT '';
ALTER TABLE decision_decision ADD COLUMN not_granted TEXT NOT NULL DEFAULT '';

-- To which case a later decision belongs.
CREATE TABLE caseload_later (
	register_id BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	report BIGINT NOT NULL,
	PRIMARY KEY (register_id, decision)
);
ALTER TABLE caseload_case ADD COLUMN budget_lines BIGINT NOT NULL DEFAULT 0; -- what the resident buys in
UPDATE caseload_case SET budget_lines = (SELECT COUNT(*) FROM decision_line l
	WHERE l.register_id = caseload_case.register_id AND l.person = caseload_case.person AND l.decision = caseload_case.decision
		AND l.is_budget = 1);
