-- Plans of who gets which area that somebody asked the solver for: no fact, what was asked and what came of it.
CREATE TABLE laboratory_plan (
	register_id BIGINT NOT NULL,
	number BIGINT NOT NULL,
	scheme TEXT NOT NULL,
	asked_at BIGINT NOT NULL,
	account TEXT NOT NULL,
	areas TEXT NOT NULL, -- that must be covered: names, one a line
	bids TEXT NOT NULL, -- CSV: bidder,area,score[,capacity][,travel]
	max_per_party BIGINT NOT NULL, -- 0: no cap
	per_area BIGINT NOT NULL,
	seconds BIGINT NOT NULL, -- that the solver may take for each of its questions
	state TEXT NOT NULL, -- asked, making, found, none, no_time, failed
	leased_until BIGINT NOT NULL, -- of making: another process may begin again after that
	took_ms BIGINT NOT NULL,
	plan TEXT NOT NULL, -- area, tab, its parties; one a line
	total TEXT NOT NULL, -- of the scores that were chosen
	is_optimal BIGINT NOT NULL,
	gap_millis BIGINT NOT NULL,
	concentration BIGINT NOT NULL, -- 0 to 10000
	why TEXT NOT NULL, -- sentences, one a line
	PRIMARY KEY (register_id, number)
);
