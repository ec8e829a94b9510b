-- Who judges a tender says first what interests there are, whether assessor or not; an interest stays until somebody else lifts it
-- with a reason. By when an assessor is ready.

CREATE TABLE assessment_declared (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	account TEXT NOT NULL,
	declared_on DATE NOT NULL,
	PRIMARY KEY (register_id, tender, account)
) /*sqlite WITHOUT ROWID */;
INSERT INTO assessment_declared (register_id, tender, account, declared_on)
SELECT register_id, tender, account, declared_on FROM assessment_assessor WHERE declared_on IS NOT NULL;
ALTER TABLE assessment_assessor DROP COLUMN declared_on;

ALTER TABLE assessment_assessor ADD COLUMN ready_on DATE; -- the day before which all marks are in; no day: none was said
ALTER TABLE assessment_conflict ADD COLUMN lifted_on DATE; -- no day: it holds
ALTER TABLE assessment_conflict ADD COLUMN lifted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment_conflict ADD COLUMN lifted_words TEXT NOT NULL DEFAULT '';
