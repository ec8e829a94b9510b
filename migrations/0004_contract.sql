-- Contract: orders to providers, and what they reported back.

CREATE TABLE exchange_order (
	register_id BIGINT NOT NULL,
	assignment BIGINT NOT NULL, -- the number of the order in the messages
	person BIGINT NOT NULL,
	placed BIGINT NOT NULL, -- the fact that placed it
	placed_on DATE NOT NULL,
	party TEXT NOT NULL,
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	decided_at BIGINT NOT NULL,
	state TEXT NOT NULL, -- placed, sent, started
	message TEXT NOT NULL, -- identification of the WMO301; '' before it was sent
	sent_on DATE,
	started_on DATE,
	PRIMARY KEY (register_id, assignment)
);
CREATE INDEX exchange_order_state ON exchange_order (register_id, state, assignment);
CREATE INDEX exchange_order_person ON exchange_order (register_id, person, party);

CREATE TABLE exchange_received (
	register_id BIGINT NOT NULL,
	sender TEXT NOT NULL,
	sort TEXT NOT NULL,
	message TEXT NOT NULL,
	content_mark TEXT NOT NULL, -- digest of the file
	fact BIGINT NOT NULL,
	PRIMARY KEY (register_id, sender, sort, message)
);
