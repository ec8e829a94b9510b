-- The provider's side of claims: what it delivered, the claims that it made of that, and what it heard back.

-- What was delivered on a day, and who came: minutes, or pieces, half days, nights. The last word on a day counts.
CREATE TABLE billing_delivered (
	register_id BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	day DATE NOT NULL,
	deliverer TEXT NOT NULL, -- the organisation that came
	person BIGINT NOT NULL,
	party TEXT NOT NULL, -- whose order it is
	month DATE NOT NULL, -- the first day of the day's month
	amount BIGINT NOT NULL,
	PRIMARY KEY (register_id, assignment, day, deliverer)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX billing_delivered_person ON billing_delivered (register_id, person);
CREATE INDEX billing_delivered_party ON billing_delivered (register_id, party, month);

-- A claim that was approved to go; amounts in cents, a credit below 0.
CREATE TABLE billing_claim (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	party TEXT NOT NULL, -- of whose orders it is
	provider TEXT NOT NULL, -- its code in messages
	municipality TEXT NOT NULL, -- the code of who pays
	number TEXT NOT NULL, -- DeclaratieNummer
	month DATE NOT NULL,
	approved_on DATE NOT NULL,
	lines BIGINT NOT NULL,
	total BIGINT NOT NULL,
	message TEXT NOT NULL, -- identification; '' until it left
	sent_on DATE,
	answered_on DATE,
	codes TEXT NOT NULL, -- return codes of the claim as a whole
	refused BIGINT NOT NULL, -- lines
	granted BIGINT NOT NULL,
	PRIMARY KEY (register_id, fact)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX billing_claim_party ON billing_claim (register_id, party, month);
CREATE INDEX billing_claim_message ON billing_claim (register_id, message);
CREATE INDEX billing_claim_waiting ON billing_claim (register_id, fact) WHERE message = '';

-- Its lines, which are a part of its fact.
CREATE TABLE billing_line (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	number BIGINT NOT NULL, -- from 1
	assignment BIGINT NOT NULL,
	reference TEXT NOT NULL,
	previous TEXT NOT NULL, -- of a credit: the line that it takes back
	category TEXT NOT NULL,
	code TEXT NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	volume BIGINT NOT NULL,
	unit BIGINT NOT NULL, -- by code list WJ756
	tariff BIGINT NOT NULL, -- in cents; -1: none, the unit is a euro
	amount BIGINT NOT NULL, -- in cents
	is_credit BIGINT NOT NULL,
	PRIMARY KEY (register_id, fact, number)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX billing_line_order ON billing_line (register_id, assignment, fact);

-- Which of them were refused, and why; a part of the fact that says so.
CREATE TABLE billing_refusal (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	reference TEXT NOT NULL,
	claim BIGINT NOT NULL,
	codes TEXT NOT NULL,
	PRIMARY KEY (register_id, fact, reference)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX billing_refusal_claim ON billing_refusal (register_id, claim, reference);

CREATE INDEX exchange_order_party ON exchange_order (register_id, party, assignment);

-- Who delivered which part of a line, as it stood when the claim was approved; a part of its fact too.
CREATE TABLE billing_share (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	number BIGINT NOT NULL, -- of the line
	deliverer TEXT NOT NULL,
	amount BIGINT NOT NULL, -- as it was delivered
	PRIMARY KEY (register_id, fact, number, deliverer)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX billing_share_deliverer ON billing_share (register_id, deliverer, fact);
