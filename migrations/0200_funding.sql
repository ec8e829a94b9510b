-- Yearly budgets: runs with their parts and signatures, what was spent by a day, and talks that a ceiling opens.

CREATE TABLE funding_run (
	register_id BIGINT NOT NULL,
	run BIGINT NOT NULL, -- the fact
	scheme TEXT NOT NULL,
	scheme_fact BIGINT NOT NULL, -- the version of the scheme whose keys divided it
	agreement TEXT NOT NULL,
	year BIGINT NOT NULL,
	version BIGINT NOT NULL, -- of the budget of this scheme in this year, from 1
	total_cents BIGINT NOT NULL,
	population TEXT NOT NULL, -- the file that was brought; '' where the scheme's own numbers served
	formula TEXT NOT NULL,
	rounding TEXT NOT NULL,
	digest TEXT NOT NULL, -- of all that went in and came out
	reason TEXT NOT NULL,
	made_on DATE NOT NULL,
	made_by TEXT NOT NULL,
	set_on DATE NOT NULL, -- 9999-12-31 until then
	PRIMARY KEY (register_id, run)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX funding_run_year ON funding_run (register_id, scheme, year, version);

CREATE TABLE funding_part (
	register_id BIGINT NOT NULL,
	run BIGINT NOT NULL,
	place BIGINT NOT NULL,
	party TEXT NOT NULL,
	district TEXT NOT NULL,
	cents BIGINT NOT NULL,
	undamped_cents BIGINT NOT NULL,
	PRIMARY KEY (register_id, run, place)
) /*sqlite WITHOUT ROWID */;

-- What each party had the year before, as the run saw it.
CREATE TABLE funding_before (
	register_id BIGINT NOT NULL,
	run BIGINT NOT NULL,
	party TEXT NOT NULL,
	cents BIGINT NOT NULL,
	PRIMARY KEY (register_id, run, party)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE funding_signature (
	register_id BIGINT NOT NULL,
	run BIGINT NOT NULL,
	corner TEXT NOT NULL,
	account TEXT NOT NULL,
	signed_on DATE NOT NULL,
	PRIMARY KEY (register_id, run, corner)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE funding_spent (
	register_id BIGINT NOT NULL,
	run BIGINT NOT NULL,
	party TEXT NOT NULL,
	spent_until DATE NOT NULL, -- the last day that is in it
	cents BIGINT NOT NULL,
	reached BIGINT NOT NULL, -- 50, 75, 90 or 100 percent of the budget; 0: none of them
	stated_on DATE NOT NULL,
	PRIMARY KEY (register_id, run, party, spent_until)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE funding_signal (
	register_id BIGINT NOT NULL,
	signal BIGINT NOT NULL, -- the fact
	run BIGINT NOT NULL,
	party TEXT NOT NULL,
	percent BIGINT NOT NULL,
	signalled_on DATE NOT NULL,
	talked_on DATE NOT NULL, -- 9999-12-31 until then
	talked_about TEXT NOT NULL,
	PRIMARY KEY (register_id, signal)
) /*sqlite WITHOUT ROWID */;
