-- Tasks: whose they are and what they are about; an order that was refused, and goes again.

ALTER TABLE journal_task ADD COLUMN about BIGINT NOT NULL DEFAULT 0; -- the assignment, or 0
CREATE INDEX journal_task_corner ON journal_task (register_id, corner, fact, number);
CREATE INDEX journal_task_person ON journal_task (register_id, person, code);

ALTER TABLE exchange_order ADD COLUMN refused TEXT NOT NULL DEFAULT ''; -- the codes with which the provider refused it; '' when settled
ALTER TABLE exchange_order ADD COLUMN again BIGINT NOT NULL DEFAULT 0; -- the fact that sends it again, after which that message is named
CREATE INDEX exchange_order_message ON exchange_order (register_id, message);
