-- What providers ask: an assignment (WMO315) or a change (WMO317), and what became of it.
CREATE TABLE exchange_asked (
	register_id BIGINT NOT NULL,
	request BIGINT NOT NULL, -- the fact that brought it
	person BIGINT NOT NULL, -- 0: nobody whom this register knows
	party TEXT NOT NULL,
	municipality TEXT NOT NULL, -- the code to which the message went
	sort TEXT NOT NULL, -- assignment, change
	reference TEXT NOT NULL, -- the provider's own
	reason TEXT NOT NULL, -- of a change, by code list WJ758
	words TEXT NOT NULL,
	asked_on DATE NOT NULL,
	due_on DATE NOT NULL, -- on which the provider has an answer
	state TEXT NOT NULL, -- open, considered, refused, granted
	considered_on DATE,
	settled_on DATE,
	refusal TEXT NOT NULL, -- by code list WJ759
	explained TEXT NOT NULL,
	verdict TEXT NOT NULL, -- by code list WJ760, of the WMO319 that must leave; '' for none
	verdict_fact BIGINT NOT NULL, -- after which that message is named
	reply TEXT NOT NULL, -- identification of the last WMO319; '' before one left
	replied_on DATE,
	PRIMARY KEY (register_id, request)
);
CREATE INDEX exchange_asked_person ON exchange_asked (register_id, person, party);
CREATE INDEX exchange_asked_reference ON exchange_asked (register_id, party, reference);
CREATE INDEX exchange_asked_verdict ON exchange_asked (register_id, verdict, request);
CREATE INDEX exchange_asked_state ON exchange_asked (register_id, state, due_on);

-- The products that a request speaks of.
CREATE TABLE exchange_wish (
	register_id BIGINT NOT NULL,
	request BIGINT NOT NULL,
	place BIGINT NOT NULL,
	person BIGINT NOT NULL,
	sort TEXT NOT NULL, -- kept, changed, added
	assignment BIGINT NOT NULL, -- the order that stays or changes; 0 for what is added
	product TEXT NOT NULL, -- '' where only a category was named
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	from_day DATE,
	last_day DATE,
	PRIMARY KEY (register_id, request, place)
);
CREATE INDEX exchange_wish_person ON exchange_wish (register_id, person);

ALTER TABLE exchange_order ADD COLUMN reference TEXT NOT NULL DEFAULT ''; -- of the provider's request that it grants
ALTER TABLE exchange_order ADD COLUMN reference_in TEXT NOT NULL DEFAULT ''; -- the message that said so; it is said once
