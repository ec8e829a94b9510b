-- The end of a budget's or contract's year: what a party states, what was paid, what is settled; steps of orders, shares of members.

-- The production statement of a party over a year; the last one counts.
CREATE TABLE funding_statement (
	register_id BIGINT NOT NULL,
	statement BIGINT NOT NULL, -- the fact
	scheme TEXT NOT NULL,
	agreement TEXT NOT NULL,
	year BIGINT NOT NULL,
	party TEXT NOT NULL,
	cents BIGINT NOT NULL, -- what was delivered, at what was agreed
	clients BIGINT NOT NULL,
	audit TEXT NOT NULL, -- auditor, board
	auditor TEXT NOT NULL,
	words TEXT NOT NULL,
	stated_on DATE NOT NULL,
	PRIMARY KEY (register_id, statement)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX funding_statement_year ON funding_statement (register_id, scheme, year, party);

CREATE TABLE funding_payment (
	register_id BIGINT NOT NULL,
	payment BIGINT NOT NULL, -- the fact
	scheme TEXT NOT NULL,
	year BIGINT NOT NULL,
	party TEXT NOT NULL,
	sort TEXT NOT NULL, -- advance, claims, balance, returned
	cents BIGINT NOT NULL, -- below 0: the party paid it back
	paid_on DATE NOT NULL,
	reference TEXT NOT NULL,
	PRIMARY KEY (register_id, payment)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX funding_payment_year ON funding_payment (register_id, scheme, year, party);

CREATE TABLE funding_settlement (
	register_id BIGINT NOT NULL,
	settlement BIGINT NOT NULL, -- the fact
	scheme TEXT NOT NULL,
	agreement TEXT NOT NULL,
	form TEXT NOT NULL,
	year BIGINT NOT NULL,
	party TEXT NOT NULL,
	statement BIGINT NOT NULL, -- the fact that it stands on
	committed_cents BIGINT NOT NULL,
	delivered_cents BIGINT NOT NULL,
	claimed_cents BIGINT NOT NULL,
	approved_cents BIGINT NOT NULL,
	stated_cents BIGINT NOT NULL,
	advance_cents BIGINT NOT NULL,
	paid_cents BIGINT NOT NULL, -- advances are in it
	result_cents BIGINT NOT NULL,
	party_cents BIGINT NOT NULL, -- of the result
	municipality_cents BIGINT NOT NULL, -- of the result
	due_cents BIGINT NOT NULL,
	balance_cents BIGINT NOT NULL, -- below 0: the municipality gets it back
	rounding TEXT NOT NULL,
	made_on DATE NOT NULL,
	made_by TEXT NOT NULL,
	ended_on DATE NOT NULL, -- taken back; 9999-12-31 until then
	ended_because TEXT NOT NULL,
	signed_on DATE NOT NULL, -- 9999-12-31 until then
	signed_by TEXT NOT NULL,
	PRIMARY KEY (register_id, settlement)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX funding_settlement_year ON funding_settlement (register_id, scheme, year, party);

-- The balance over the areas, or municipalities, that pay it.
CREATE TABLE funding_settled_part (
	register_id BIGINT NOT NULL,
	settlement BIGINT NOT NULL,
	place BIGINT NOT NULL,
	area TEXT NOT NULL,
	due_cents BIGINT NOT NULL,
	balance_cents BIGINT NOT NULL,
	PRIMARY KEY (register_id, settlement, place)
) /*sqlite WITHOUT ROWID */;

-- How heavy the help of an order is: the level of its tariff, from day to day. Without a row the lowest tariff counts.
CREATE TABLE funding_step (
	register_id BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	valid_from DATE NOT NULL,
	fact BIGINT NOT NULL,
	step TEXT NOT NULL,
	PRIMARY KEY (register_id, assignment, valid_from)
) /*sqlite WITHOUT ROWID */;

-- How members of a combination divide among themselves what it gets. Nobody else sees it.
CREATE TABLE funding_member (
	register_id BIGINT NOT NULL,
	agreed BIGINT NOT NULL, -- the fact
	place BIGINT NOT NULL,
	party TEXT NOT NULL, -- the combination
	valid_from DATE NOT NULL,
	member TEXT NOT NULL,
	percent BIGINT NOT NULL,
	PRIMARY KEY (register_id, agreed, place)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX funding_member_party ON funding_member (register_id, party, valid_from);
