-- Own contributions as the CAK is told of them: from when until when, and each change with what became of it.

ALTER TABLE decision_decision ADD COLUMN contribution TEXT NOT NULL DEFAULT ''; -- due, none; '' where the decision does not say
CREATE INDEX decision_decision_contribution ON decision_decision (register_id, contribution, person);

CREATE TABLE care_contribution (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	period BIGINT NOT NULL, -- the fact of its start
	from_day DATE NOT NULL,
	until_day DATE NOT NULL,
	PRIMARY KEY (register_id, person, period)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE care_contribution_change (
	register_id BIGINT NOT NULL,
	change BIGINT NOT NULL, -- the fact
	person BIGINT NOT NULL,
	period BIGINT NOT NULL,
	sort TEXT NOT NULL, -- started, start_moved, withdrawn, stopped, stop_moved, stop_withdrawn
	from_day DATE NOT NULL,
	last_day DATE, -- of a stop
	made_on DATE NOT NULL,
	state TEXT NOT NULL, -- open, sent, accepted, refused, settled
	sent_on DATE,
	answered_on DATE,
	answer TEXT NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, change)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX care_contribution_change_state ON care_contribution_change (register_id, state, change);
CREATE INDEX care_contribution_change_person ON care_contribution_change (register_id, person, change);
