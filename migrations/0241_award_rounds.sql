-- A round of an assessment can end without an award; a notice of the award has a last day.

ALTER TABLE assessment_round ADD COLUMN withdrawn_on DATE; -- no day: it was not
ALTER TABLE assessment_round ADD COLUMN withdrawn_words TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment_round ADD COLUMN notice_until DATE; -- the last day for the notice of the award; no day: nothing is signed
