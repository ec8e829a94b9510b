-- Decisions: what the resident buys in, and what changed, ended or was withdrawn afterwards.

ALTER TABLE decision_line ADD COLUMN decided_on DATE NOT NULL DEFAULT '0001-01-01';
UPDATE decision_line SET decided_on = (SELECT d.decided_on FROM decision_decision d
	WHERE d.register_id = decision_line.register_id AND d.person = decision_line.person AND d.decision = decision_line.decision);
ALTER TABLE decision_line ADD COLUMN is_budget SMALLINT NOT NULL DEFAULT 0; -- 1: with a personal budget; no provider is looked for
