-- Decision: which municipality's college decided.

ALTER TABLE decision_decision ADD COLUMN authority TEXT;
