-- Agreements: clauses, how parties and terms end, who was weighed as a subcontractor, and what is paid along the chain.

CREATE TABLE agreement_clause (
	register_id BIGINT NOT NULL,
	clause BIGINT NOT NULL, -- the fact
	agreement TEXT NOT NULL,
	sort TEXT NOT NULL,
	article TEXT NOT NULL,
	words TEXT NOT NULL,
	valid_from DATE NOT NULL,
	PRIMARY KEY (register_id, clause)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX agreement_clause_agreement ON agreement_clause (register_id, agreement, valid_from);

-- Parties that lost, stop, or whose agreement ends.
CREATE TABLE agreement_ending (
	register_id BIGINT NOT NULL,
	agreement TEXT NOT NULL, -- or the arrangement before it
	party TEXT NOT NULL,
	fact BIGINT NOT NULL,
	ends_on DATE NOT NULL, -- the first day without
	why TEXT NOT NULL,
	reason TEXT NOT NULL,
	begun_on DATE NOT NULL,
	PRIMARY KEY (register_id, agreement, party)
) /*sqlite WITHOUT ROWID */;

-- What was done of it; party '' for the end of the term itself.
CREATE TABLE agreement_ended (
	register_id BIGINT NOT NULL,
	agreement TEXT NOT NULL,
	party TEXT NOT NULL,
	step TEXT NOT NULL,
	fact BIGINT NOT NULL,
	done_on DATE NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, agreement, party, step)
) /*sqlite WITHOUT ROWID */;

-- Every time that somebody was weighed as a subcontractor; the last one counts.
CREATE TABLE agreement_candidate (
	register_id BIGINT NOT NULL,
	under TEXT NOT NULL,
	label TEXT NOT NULL,
	fact BIGINT NOT NULL,
	size TEXT NOT NULL,
	brings TEXT NOT NULL,
	weighed_on DATE NOT NULL,
	outcome TEXT NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (register_id, under, label, fact)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE agreement_price (
	register_id BIGINT NOT NULL,
	chain_check BIGINT NOT NULL, -- the fact
	agreement TEXT NOT NULL,
	product TEXT NOT NULL,
	level TEXT NOT NULL,
	unit TEXT NOT NULL,
	under TEXT NOT NULL,
	party TEXT NOT NULL,
	checked_on DATE NOT NULL,
	tariff_cents BIGINT NOT NULL, -- what the municipality pays on that day
	real_cents BIGINT NOT NULL, -- the six cost elements together
	kept_cents BIGINT NOT NULL, -- by who pays, for work of its own
	floor_cents BIGINT NOT NULL, -- what remains after all that the chain above keeps
	paid_cents BIGINT NOT NULL,
	kept_for TEXT NOT NULL,
	source TEXT NOT NULL,
	PRIMARY KEY (register_id, chain_check)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX agreement_price_party ON agreement_price (register_id, agreement, party);
