-- Mailings: one letter to many people, written by a job; outside a rebuild, like every job.

CREATE TABLE mailing_batch (
	register_id BIGINT NOT NULL,
	number BIGINT NOT NULL,
	asked_at BIGINT NOT NULL,
	account TEXT NOT NULL,
	who TEXT NOT NULL, -- all, product, party, list
	which TEXT NOT NULL, -- the product or party; ''
	sort TEXT NOT NULL, -- announcement, general
	subject TEXT NOT NULL,
	words TEXT NOT NULL,
	state TEXT NOT NULL, -- planned, asked, writing, stopped, ready, leaving, left, failed
	fact BIGINT NOT NULL, -- by which it began, of which its letters speak; 0 before
	total BIGINT NOT NULL,
	written BIGINT NOT NULL,
	skipped BIGINT NOT NULL,
	leased_until BIGINT NOT NULL,
	fault TEXT NOT NULL,
	PRIMARY KEY (register_id, number)
);

-- To whom, in which order, and what became of it.
CREATE TABLE mailing_member (
	register_id BIGINT NOT NULL,
	number BIGINT NOT NULL,
	place BIGINT NOT NULL,
	person BIGINT NOT NULL,
	letter BIGINT NOT NULL, -- 0 while there is none
	skipped TEXT NOT NULL, -- why there will be none; ''
	PRIMARY KEY (register_id, number, place)
);
