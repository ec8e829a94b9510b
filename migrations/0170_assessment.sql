-- How the bids of a tender are judged: who marks, with which interests, sealed marks, marks in consensus, the award of
-- each round, the letters, what is asked of a judge, what is signed.

CREATE TABLE assessment_round (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	round BIGINT NOT NULL, -- from 1; a re-assessment begins the next
	begun_on DATE NOT NULL,
	ground TEXT NOT NULL, -- of a re-assessment: court, own
	reason TEXT NOT NULL,
	frozen_on DATE,
	decided_on DATE,
	rule TEXT NOT NULL,
	threshold TEXT NOT NULL,
	characteristics TEXT NOT NULL,
	standstill_from DATE,
	standstill_until DATE, -- the last day
	published_on DATE,
	published_at TEXT NOT NULL, -- where
	PRIMARY KEY (register_id, tender, round)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE assessment_assessor (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	account TEXT NOT NULL,
	name TEXT NOT NULL,
	corner TEXT NOT NULL, -- policy, practice, contract
	named_on DATE NOT NULL,
	declared_on DATE, -- said what interests there are
	PRIMARY KEY (register_id, tender, account)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX assessment_assessor_account ON assessment_assessor (register_id, account, tender);

CREATE TABLE assessment_conflict (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	account TEXT NOT NULL,
	bid BIGINT NOT NULL,
	words TEXT NOT NULL,
	declared_on DATE NOT NULL,
	PRIMARY KEY (register_id, tender, account, bid)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE assessment_lot (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	round BIGINT NOT NULL,
	lot TEXT NOT NULL,
	unsealed_on DATE NOT NULL,
	PRIMARY KEY (register_id, tender, round, lot)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE assessment_mark (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	round BIGINT NOT NULL,
	lot TEXT NOT NULL,
	bid BIGINT NOT NULL,
	criterion TEXT NOT NULL,
	account TEXT NOT NULL,
	sealed TEXT NOT NULL, -- until the lot is unsealed, the only place of mark and reason
	mark TEXT NOT NULL, -- '' until then
	reason TEXT NOT NULL,
	PRIMARY KEY (register_id, tender, round, lot, bid, criterion, account)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE assessment_consensus (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	round BIGINT NOT NULL,
	lot TEXT NOT NULL,
	bid BIGINT NOT NULL,
	criterion TEXT NOT NULL,
	mark TEXT NOT NULL,
	motivation TEXT NOT NULL,
	account TEXT NOT NULL,
	reached_on DATE NOT NULL,
	PRIMARY KEY (register_id, tender, round, lot, bid, criterion)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE assessment_result (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	round BIGINT NOT NULL,
	bid BIGINT NOT NULL,
	bidder TEXT NOT NULL, -- its label
	lot TEXT NOT NULL,
	why TEXT NOT NULL, -- won, or on what it fell
	criterion TEXT NOT NULL,
	mark TEXT NOT NULL,
	mean TEXT NOT NULL,
	rank BIGINT NOT NULL, -- 0: did not reach the threshold
	words TEXT NOT NULL,
	signed_on DATE,
	PRIMARY KEY (register_id, tender, round, bid)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE assessment_letter (
	register_id BIGINT NOT NULL,
	tender TEXT NOT NULL,
	round BIGINT NOT NULL,
	bid BIGINT NOT NULL,
	letter BIGINT NOT NULL, -- the fact, which has its words
	dated DATE NOT NULL,
	subject TEXT NOT NULL,
	sent_on DATE,
	how TEXT NOT NULL,
	PRIMARY KEY (register_id, tender, round, bid)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE assessment_relief (
	register_id BIGINT NOT NULL,
	relief BIGINT NOT NULL, -- the fact
	tender TEXT NOT NULL,
	round BIGINT NOT NULL,
	bid BIGINT NOT NULL,
	asked_on DATE NOT NULL,
	is_in_time BIGINT NOT NULL,
	words TEXT NOT NULL,
	outcome TEXT NOT NULL, -- '': not yet
	ended_on DATE,
	judged TEXT NOT NULL,
	PRIMARY KEY (register_id, relief)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX assessment_relief_tender ON assessment_relief (register_id, tender, round, relief);
