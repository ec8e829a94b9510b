-- A correction of a notice: what it was before, what holds since, and why. The tender itself has what holds now.

CREATE TABLE procurement_correction (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	correction BIGINT NOT NULL, -- the fact
	corrected_on DATE NOT NULL,
	reason TEXT NOT NULL,
	about_before TEXT NOT NULL,
	is_about BIGINT NOT NULL, -- whether that changed
	questions_before DATE NOT NULL,
	questions_until DATE NOT NULL,
	bids_before BIGINT NOT NULL, -- the first moment that was too late
	bids_until BIGINT NOT NULL,
	PRIMARY KEY (register_id, tender, correction)
) /*sqlite WITHOUT ROWID */;
