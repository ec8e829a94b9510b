-- What a provider itself asks of a municipality: an assignment (WMO315) or a change (WMO317), and what it heard of that.
CREATE TABLE exchange_asking (
	register_id BIGINT NOT NULL,
	asking BIGINT NOT NULL, -- the fact that asks it
	person BIGINT NOT NULL,
	party TEXT NOT NULL, -- who asks
	municipality TEXT NOT NULL, -- the code to which it goes
	sort TEXT NOT NULL, -- assignment, change
	reference TEXT NOT NULL, -- the party's own
	reason TEXT NOT NULL, -- of a change, by code list WJ758
	assignment BIGINT NOT NULL, -- the order that changes; 0 for a product that is new
	kept TEXT NOT NULL, -- the numbers of the orders that stay as they are, with a blank between
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	from_day DATE NOT NULL,
	last_day DATE,
	decision BIGINT NOT NULL, -- that stands open at the municipality; 0 where it is not known
	decided_on DATE, -- the first day of that decision
	referrer TEXT NOT NULL, -- by code list COD327; of an assignment
	words TEXT NOT NULL,
	asked_on DATE NOT NULL,
	state TEXT NOT NULL, -- made, sent, rejected, considered, refused, granted
	message TEXT NOT NULL, -- identification of the message with which it left; '' before that
	sent_on DATE,
	considered_on DATE,
	settled_on DATE, -- rejected, refused or granted
	codes TEXT NOT NULL, -- return codes with which the message was rejected
	refusal TEXT NOT NULL, -- by code list WJ759
	granted_in TEXT NOT NULL, -- identification of the WMO301 that grants it
	PRIMARY KEY (register_id, asking)
);
CREATE INDEX exchange_asking_party ON exchange_asking (register_id, party, person);
CREATE INDEX exchange_asking_reference ON exchange_asking (register_id, reference);
CREATE INDEX exchange_asking_message ON exchange_asking (register_id, message);
CREATE INDEX exchange_asking_state ON exchange_asking (register_id, state, asking);

-- In a provider's own register: a report that left and was taken back is told by a message of its own (status 3).
ALTER TABLE exchange_report ADD COLUMN undoes TEXT NOT NULL DEFAULT ''; -- the sort of the report that it takes back, where that had left
ALTER TABLE exchange_report ADD COLUMN undoes_start DATE; -- the start that it was, or that it ended
ALTER TABLE exchange_report ADD COLUMN undoes_day DATE; -- its own day
