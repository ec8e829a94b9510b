-- Tariffs: tables proposed, signed where the guard asks it, and set; what they are from day to day; indexations.

CREATE TABLE tariff_proposal (
	register_id BIGINT NOT NULL,
	proposal BIGINT NOT NULL, -- the fact
	scheme TEXT NOT NULL,
	agreement TEXT NOT NULL, -- or the arrangement before it
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	source TEXT NOT NULL,
	is_placeholder BIGINT NOT NULL,
	reason TEXT NOT NULL,
	programme TEXT NOT NULL,
	compared_with TEXT NOT NULL, -- whose table came before; '' where there was none
	breaks TEXT NOT NULL, -- what the guard has against it, one code a line
	proposed_on DATE NOT NULL,
	proposed_by TEXT NOT NULL,
	set_on DATE, -- since when it is no proposal any more
	PRIMARY KEY (register_id, proposal)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX tariff_proposal_agreement ON tariff_proposal (register_id, agreement, valid_from);

CREATE TABLE tariff_proposed (
	register_id BIGINT NOT NULL,
	proposal BIGINT NOT NULL,
	place BIGINT NOT NULL,
	product TEXT NOT NULL,
	level TEXT NOT NULL,
	unit TEXT NOT NULL,
	cents BIGINT NOT NULL,
	PRIMARY KEY (register_id, proposal, place)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE tariff_band (
	register_id BIGINT NOT NULL,
	proposal BIGINT NOT NULL,
	unit TEXT NOT NULL,
	lowest_cents BIGINT NOT NULL,
	highest_cents BIGINT NOT NULL,
	lowest_before_cents BIGINT NOT NULL, -- 0: there was none
	highest_before_cents BIGINT NOT NULL,
	PRIMARY KEY (register_id, proposal, unit)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE tariff_signature (
	register_id BIGINT NOT NULL,
	proposal BIGINT NOT NULL,
	corner TEXT NOT NULL,
	account TEXT NOT NULL,
	signed_on DATE NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (register_id, proposal, corner)
) /*sqlite WITHOUT ROWID */;

-- What holds on a day; half-open, one price per product, level and unit on any day.
CREATE TABLE tariff_line (
	register_id BIGINT NOT NULL,
	agreement TEXT NOT NULL,
	product TEXT NOT NULL,
	level TEXT NOT NULL,
	unit TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	fact BIGINT NOT NULL, -- by which it holds
	sort TEXT NOT NULL, -- set, provisional, definitive, correction
	proposal BIGINT NOT NULL, -- whose source and placeholder it has
	cents BIGINT NOT NULL,
	PRIMARY KEY (register_id, agreement, product, level, unit, valid_from),
	CHECK (valid_from < valid_until)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE tariff_indexation (
	register_id BIGINT NOT NULL,
	indexation BIGINT NOT NULL, -- the fact
	agreement TEXT NOT NULL,
	year BIGINT NOT NULL,
	sort TEXT NOT NULL,
	valid_from DATE NOT NULL,
	with_difference BIGINT NOT NULL, -- of the year before
	percent BIGINT NOT NULL, -- hundredths of a percent
	figures TEXT NOT NULL, -- how it was reckoned
	source TEXT NOT NULL,
	rounding TEXT NOT NULL,
	PRIMARY KEY (register_id, indexation)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX tariff_indexation_agreement ON tariff_indexation (register_id, agreement, year);

CREATE TABLE tariff_indexed (
	register_id BIGINT NOT NULL,
	indexation BIGINT NOT NULL,
	place BIGINT NOT NULL,
	product TEXT NOT NULL,
	level TEXT NOT NULL,
	unit TEXT NOT NULL,
	proposal BIGINT NOT NULL,
	before_cents BIGINT NOT NULL,
	after_cents BIGINT NOT NULL,
	replaced_cents BIGINT NOT NULL, -- of a definitive index: what was paid by the provisional one
	valid_until DATE NOT NULL,
	PRIMARY KEY (register_id, indexation, place)
) /*sqlite WITHOUT ROWID */;
