-- Claims: what a provider claims for care given. The lines of a message are a part of its fact, and go along with it.

-- What an order holds lines to, as its provider was told.
CREATE TABLE claim_order (
	register_id BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	person BIGINT NOT NULL,
	party TEXT NOT NULL,
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE, -- none: no end; equal to the first day: taken back
	ends_on DATE, -- the first day without it, of which the provider does not know yet
	PRIMARY KEY (register_id, assignment)
) /*sqlite WITHOUT ROWID */;

-- A claim that was judged line by line; amounts in cents.
CREATE TABLE claim_claim (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	party TEXT NOT NULL,
	municipality TEXT NOT NULL, -- its code in messages, as the sender's
	sender TEXT NOT NULL,
	message TEXT NOT NULL, -- identification of the message
	number TEXT NOT NULL, -- DeclaratieNummer
	month DATE NOT NULL, -- its first day
	received_on DATE NOT NULL,
	lines BIGINT NOT NULL,
	refused BIGINT NOT NULL, -- lines
	claimed BIGINT NOT NULL,
	granted BIGINT NOT NULL,
	PRIMARY KEY (register_id, fact)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX claim_claim_party ON claim_claim (register_id, party, month);

-- The lines of all claims, in the order of their message. They say of whom they are by the order alone.
CREATE TABLE claim_line (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	number BIGINT NOT NULL, -- in the message, from 1
	party TEXT NOT NULL,
	reference TEXT NOT NULL,
	previous TEXT NOT NULL, -- of a credit: the line that it takes back
	assignment BIGINT NOT NULL,
	category TEXT NOT NULL,
	code TEXT NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	volume BIGINT NOT NULL,
	unit BIGINT NOT NULL, -- by code list WJ756
	tariff BIGINT NOT NULL, -- in cents; -1: none, the unit is a euro
	amount BIGINT NOT NULL, -- in cents
	is_credit BIGINT NOT NULL,
	codes TEXT NOT NULL, -- return codes, separated by blanks; '' for an approved line
	PRIMARY KEY (register_id, fact, number)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX claim_line_reference ON claim_line (register_id, party, reference);
CREATE INDEX claim_line_order ON claim_line (register_id, assignment, first_day);
CREATE INDEX claim_line_previous ON claim_line (register_id, party, previous) WHERE is_credit = 1;
CREATE INDEX claim_line_refused ON claim_line (register_id, fact) WHERE codes <> '';

-- What was approved on an order and not taken back: volume (hours in minutes), and cents.
CREATE TABLE claim_sum (
	register_id BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	counted BIGINT NOT NULL,
	amount BIGINT NOT NULL,
	PRIMARY KEY (register_id, assignment)
) /*sqlite WITHOUT ROWID */;

-- The orders that stand already.
INSERT INTO claim_order (register_id, assignment, person, party, product, amount, unit, frequency, valid_from, valid_until, ends_on)
SELECT register_id, assignment, person, party, product, amount, unit, frequency, valid_from,
	CASE WHEN ended_on IS NULL OR changed <> 0 THEN valid_until WHEN ended_on < valid_from THEN valid_from ELSE ended_on END,
	CASE WHEN changed <> 0 THEN ended_on END
FROM exchange_order WHERE municipality = '';
