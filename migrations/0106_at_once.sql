-- Help at once is a grant that runs until the decision on the application (Wmo 2015, art. 2.3.3).

CREATE TABLE decision_urgent (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	report BIGINT NOT NULL,
	urgent BIGINT NOT NULL, -- the fact that gave it, or that changed it
	authority TEXT NOT NULL, -- whose college decided
	PRIMARY KEY (register_id, person, report, urgent)
) /*sqlite WITHOUT ROWID */;

-- Letters to who represents somebody: what was agreed of them, and copies, which are letters of their own in the outbox.
ALTER TABLE person_representative ADD COLUMN letters TEXT NOT NULL DEFAULT ''; -- instead, copy, none; '' as the law has it for this sort
ALTER TABLE document_letter ADD COLUMN copy_of BIGINT NOT NULL DEFAULT 0; -- the letter of which it is a copy

-- A personal plan that came in closes its seven days (Wmo 2015, art. 2.3.2 lid 2).
UPDATE term_term SET closed_on = (
	SELECT p.plan_on FROM desk_plan p WHERE p.register_id = term_term.register_id AND p.report = term_term.about ORDER BY p.plan LIMIT 1)
WHERE term = 'personal-plan' AND valid_until = '9999-12-31' AND EXISTS (
	SELECT 1 FROM desk_plan p WHERE p.register_id = term_term.register_id AND p.report = term_term.about AND NOT EXISTS (
		SELECT 1 FROM investigation_outcome i
		WHERE i.register_id = p.register_id AND i.report = p.report AND i.investigation < p.plan));

-- By which list of holidays the open terms of a register were counted last; outside a rebuild, as work that repeats is.
CREATE TABLE term_counted (
	register_id BIGINT NOT NULL PRIMARY KEY,
	holidays TEXT NOT NULL -- a digest of the list
);

-- Refusals that a new decision replaced after a founded objection (Awb, art. 7:11 lid 2).
CREATE TABLE decision_replaced (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	report BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	decided_on DATE NOT NULL,
	outcome TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	reasons TEXT NOT NULL,
	objection_until DATE NOT NULL,
	authority TEXT,
	mandate TEXT NOT NULL,
	not_granted TEXT NOT NULL,
	PRIMARY KEY (register_id, person, decision)
) /*sqlite WITHOUT ROWID */;
