-- The lines of a large claim are put down in parts, so that nobody waits long; they count for nothing until its fact.

ALTER TABLE claim_line RENAME COLUMN fact TO claim;
ALTER TABLE claim_claim ADD COLUMN claim BIGINT NOT NULL DEFAULT 0; -- the number of its lines; of old ones its fact's own
UPDATE claim_claim SET claim = fact;

-- The claims of which lines are put down and that are not booked: nobody counts those lines.
CREATE TABLE claim_open (
	register_id BIGINT NOT NULL,
	claim BIGINT NOT NULL,
	lines BIGINT NOT NULL, -- that stand there already
	PRIMARY KEY (register_id, claim)
) /*sqlite WITHOUT ROWID */;
