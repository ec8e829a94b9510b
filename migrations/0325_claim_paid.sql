-- What of a claim was paid: a payment that names it.
CREATE TABLE claim_paid (
	register_id BIGINT NOT NULL,
	payment BIGINT NOT NULL, -- the fact
	claim BIGINT NOT NULL, -- the fact of the claim
	cents BIGINT NOT NULL,
	paid_on DATE NOT NULL,
	PRIMARY KEY (register_id, payment)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX claim_paid_claim ON claim_paid (register_id, claim);
