-- Days on which client and worker look together whether help works, or anew at what is needed; and what came of it.

CREATE TABLE care_planned (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	sort TEXT NOT NULL, -- evaluation, reassessment
	product TEXT NOT NULL,
	due_on DATE NOT NULL,
	why TEXT NOT NULL, -- of another day than was set
	PRIMARY KEY (register_id, person, decision, line, sort)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX care_planned_due ON care_planned (register_id, sort, due_on);

CREATE TABLE care_evaluation (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	evaluation BIGINT NOT NULL, -- the fact
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	product TEXT NOT NULL,
	held_on DATE NOT NULL,
	whom TEXT NOT NULL,
	outcome TEXT NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, person, evaluation)
) /*sqlite WITHOUT ROWID */;
