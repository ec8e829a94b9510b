-- Exchange: every message that came in or went out, one a row: by the fact that brought it, or said that it left.
CREATE TABLE exchange_message (
	register_id BIGINT NOT NULL,
	message BIGINT NOT NULL, -- twice the number of that fact; one more for the answer that left at once
	person BIGINT NOT NULL, -- whom it is about; 0: nobody, or many
	direction TEXT NOT NULL, -- in, out
	sort TEXT NOT NULL, -- WMO301; '' where it could not be read
	party TEXT NOT NULL, -- the provider that it is from, or for; '' where nobody knows
	sender TEXT NOT NULL, -- code of who sent what came in; '' of what went out
	municipality TEXT NOT NULL, -- in a provider's own register: the code of the other side; else ''
	identification TEXT NOT NULL,
	mark TEXT NOT NULL, -- digest of what came in; '' of what went out
	on_day DATE NOT NULL,
	passed_at BIGINT NOT NULL,
	state TEXT NOT NULL, -- waiting, answered, refused; answer: it is one itself
	pair BIGINT NOT NULL, -- the message that answers it, or that it answers; 0: none
	answered_on DATE,
	codes TEXT NOT NULL, -- with which it was refused, separated by blanks
	assignment BIGINT NOT NULL,
	request BIGINT NOT NULL,
	claim BIGINT NOT NULL,
	refused_lines BIGINT NOT NULL, -- of a claim
	refusal BIGINT NOT NULL, -- the fact that it was refused as a whole, with the reasons; 0: it was not
	asked_again BIGINT NOT NULL, -- the fact that it must leave once more; 0: it need not
	sent_again BIGINT NOT NULL, -- how often it did
	again_on DATE, -- the last time
	PRIMARY KEY (register_id, message)
);
CREATE UNIQUE INDEX exchange_message_once ON exchange_message (register_id, direction, sort, sender, identification, mark);
CREATE INDEX exchange_message_day ON exchange_message (register_id, on_day, message);
CREATE INDEX exchange_message_party ON exchange_message (register_id, party, on_day, message);
CREATE INDEX exchange_message_sort ON exchange_message (register_id, sort, on_day, message);
CREATE INDEX exchange_message_state ON exchange_message (register_id, state, on_day, message);
CREATE INDEX exchange_message_named ON exchange_message (register_id, identification, on_day, message);
CREATE INDEX exchange_message_person ON exchange_message (register_id, person);
CREATE INDEX exchange_message_again ON exchange_message (register_id, asked_again);
