-- Exchange: messages that were refused, and a provider's own register, which gets orders and sends reports.

ALTER TABLE exchange_order ADD COLUMN message_on DATE; -- the day of the last message with the order; sent_on is that of the first
ALTER TABLE exchange_order ADD COLUMN municipality TEXT NOT NULL DEFAULT ''; -- in a provider's own register: who ordered it
UPDATE exchange_order SET message_on = sent_on;
CREATE INDEX exchange_order_changed ON exchange_order (register_id, changed);

-- A message that came in and was refused, until somebody did something about it.
CREATE TABLE exchange_refused (
	register_id BIGINT NOT NULL,
	content_mark TEXT NOT NULL, -- digest of the file
	fact BIGINT NOT NULL,
	refused_on DATE NOT NULL,
	sender TEXT NOT NULL, -- '' where it could not be read
	sort TEXT NOT NULL, -- '' where it could not be read
	message TEXT NOT NULL,
	reasons TEXT NOT NULL, -- one a line: code, place in the message, words
	settled_on DATE,
	PRIMARY KEY (register_id, content_mark)
);
CREATE INDEX exchange_refused_fact ON exchange_refused (register_id, fact);

ALTER TABLE exchange_report ADD COLUMN sent_in TEXT NOT NULL DEFAULT ''; -- in a provider's own register: the message that told it
ALTER TABLE exchange_report ADD COLUMN answer TEXT NOT NULL DEFAULT ''; -- to that message: accepted, or the return codes
CREATE INDEX exchange_report_sent ON exchange_report (register_id, sent_in);
