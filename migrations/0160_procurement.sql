-- A tender as it was announced, its lots and criteria; what is asked and answered; bids, who makes them, their sealed
-- content with a share of its key for each of three holders. Drafts are work in progress: no fact, no part of a rebuild.

CREATE TABLE procurement_tender (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL, -- its name
	fact BIGINT NOT NULL,
	scheme TEXT NOT NULL,
	title TEXT NOT NULL,
	about TEXT NOT NULL,
	form TEXT NOT NULL, -- of buying, as the scheme has it
	accession TEXT NOT NULL, -- open, closed, not_known
	why TEXT NOT NULL, -- this form
	rule TEXT NOT NULL,
	threshold BIGINT NOT NULL, -- 0: none
	highest BIGINT NOT NULL,
	announced_on DATE NOT NULL,
	questions_until DATE NOT NULL, -- the last day
	bids_until BIGINT NOT NULL, -- the first moment that is too late
	opened_on DATE,
	PRIMARY KEY (register_id, tender)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE procurement_lot (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	lot TEXT NOT NULL,
	place BIGINT NOT NULL,
	label TEXT NOT NULL,
	areas TEXT NOT NULL, -- names, one a line
	products TEXT NOT NULL, -- labels, one a line
	target_group TEXT NOT NULL, -- its label
	winners BIGINT NOT NULL, -- 0: no number beforehand
	about TEXT NOT NULL,
	PRIMARY KEY (register_id, tender, lot)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE procurement_criterion (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	criterion TEXT NOT NULL,
	place BIGINT NOT NULL,
	label TEXT NOT NULL,
	question TEXT NOT NULL,
	weight_percent BIGINT NOT NULL,
	knock_out BIGINT NOT NULL, -- 0: none
	is_concrete BIGINT NOT NULL, -- an answer says how exactly and with whom
	PRIMARY KEY (register_id, tender, criterion)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE procurement_requirement (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	place BIGINT NOT NULL,
	requirement TEXT NOT NULL,
	PRIMARY KEY (register_id, tender, place)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE procurement_holder (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	place BIGINT NOT NULL, -- 1, 2, 3: the share that is for this holder
	account TEXT NOT NULL,
	public_key TEXT NOT NULL, -- '': not made yet
	held_on DATE,
	turned_on DATE,
	PRIMARY KEY (register_id, tender, place)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE procurement_question (
	register_id BIGINT NOT NULL,
	question BIGINT NOT NULL, -- the fact
	tender TEXT NOT NULL,
	party TEXT NOT NULL, -- who asked: shown to nobody
	subject TEXT NOT NULL,
	asked TEXT NOT NULL,
	asked_on DATE NOT NULL,
	answer TEXT NOT NULL,
	answered_on DATE,
	PRIMARY KEY (register_id, question)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX procurement_question_tender ON procurement_question (register_id, tender, question);

CREATE TABLE procurement_bid (
	register_id BIGINT NOT NULL,
	bid BIGINT NOT NULL, -- the fact that began it
	tender TEXT NOT NULL,
	lot TEXT NOT NULL,
	party TEXT NOT NULL, -- who makes it: alone, or as the lead
	state TEXT NOT NULL, -- begun, submitted, withdrawn, late, opened, changed
	begun_on DATE NOT NULL,
	partners BIGINT NOT NULL, -- the fact that named who take part, or 0
	submitted_at BIGINT NOT NULL, -- 0: not yet
	sealed TEXT NOT NULL,
	digest TEXT NOT NULL, -- SHA-256 of what is sealed
	opening_key TEXT NOT NULL, -- once opened
	ended_on DATE, -- withdrawn, or opened
	PRIMARY KEY (register_id, bid)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX procurement_bid_tender ON procurement_bid (register_id, tender, lot, bid);

CREATE TABLE procurement_partner (
	register_id BIGINT NOT NULL,
	bid BIGINT NOT NULL,
	party TEXT NOT NULL,
	sort TEXT NOT NULL, -- member, subcontractor
	part TEXT NOT NULL, -- what it does
	declared_on DATE,
	declared_by TEXT NOT NULL,
	PRIMARY KEY (register_id, bid, sort, party)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX procurement_partner_party ON procurement_partner (register_id, party, bid);

CREATE TABLE procurement_share (
	register_id BIGINT NOT NULL,
	bid BIGINT NOT NULL,
	place BIGINT NOT NULL, -- of its holder
	sealed TEXT NOT NULL,
	share TEXT NOT NULL, -- once its holder turned the key
	PRIMARY KEY (register_id, bid, place)
) /*sqlite WITHOUT ROWID */;

-- What somebody wrote in a bid that is not submitted: every version, sealed with the key of the vault.
CREATE TABLE procurement_draft (
	register_id BIGINT NOT NULL,
	bid BIGINT NOT NULL,
	version BIGINT NOT NULL,
	criterion TEXT NOT NULL,
	saved_at BIGINT NOT NULL,
	account TEXT NOT NULL,
	party TEXT NOT NULL,
	sealed TEXT NOT NULL,
	PRIMARY KEY (register_id, bid, version)
) /*sqlite WITHOUT ROWID */;
