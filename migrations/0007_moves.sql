-- Moves: who delivers from when until when, the search inside a combination, what was handed over, and who left the desk.

-- A contact person who works here no longer, and who came in their place.
CREATE TABLE desk_left (
	register_id BIGINT NOT NULL,
	account TEXT NOT NULL,
	left_on DATE NOT NULL, -- the first day on which the successor answers
	successor TEXT NOT NULL,
	fact BIGINT NOT NULL,
	PRIMARY KEY (register_id, account)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX desk_contact_contact ON desk_contact (register_id, contact, valid_until);

-- A granted line may have several assignments, one after another. The deliverer that stands with an assignment is the one
-- that was chosen, as the explanation says.
DROP INDEX assignment_assignment_line;
CREATE UNIQUE INDEX assignment_assignment_line ON assignment_assignment (register_id, decision, line, valid_from);

-- Who comes, day by day; half-open, and together exactly the days of the assignment.
CREATE TABLE assignment_delivery (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	product TEXT NOT NULL,
	party TEXT NOT NULL, -- who answers to the municipality
	deliverer TEXT NOT NULL, -- who comes; the same party, or one under it
	PRIMARY KEY (register_id, person, assignment, valid_from),
	CHECK (valid_from < valid_until)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX assignment_delivery_deliverer ON assignment_delivery (register_id, deliverer, valid_until, person);
INSERT INTO assignment_delivery (register_id, person, assignment, valid_from, valid_until, product, party, deliverer)
SELECT register_id, person, assignment, valid_from, valid_until, product, party, deliverer FROM assignment_assignment;

-- An assignment that ended before its grant does, and when the resident was told. One that ended before it began stands
-- here alone.
CREATE TABLE assignment_ended (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	ended_on DATE NOT NULL, -- the first day without this provider
	because TEXT NOT NULL,
	told_on DATE NOT NULL,
	told_how TEXT NOT NULL,
	fact BIGINT NOT NULL,
	PRIMARY KEY (register_id, person, assignment)
) /*sqlite WITHOUT ROWID */;

-- The address that somebody had until a day; later days have the next one, and in the end the vault's own.
CREATE TABLE person_former_address (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	until_on DATE NOT NULL, -- the first day at the next address
	street TEXT NOT NULL,
	house_number BIGINT NOT NULL,
	house_addition TEXT NOT NULL,
	postcode TEXT NOT NULL,
	place TEXT NOT NULL,
	PRIMARY KEY (register_id, person, until_on)
) /*sqlite WITHOUT ROWID */;

-- The search for somebody who can come, step by step.
CREATE TABLE transition_search (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	search BIGINT NOT NULL, -- the fact with which it began
	place BIGINT NOT NULL, -- of the step on the ladder, from 1
	step TEXT NOT NULL,
	decision BIGINT NOT NULL,
	line BIGINT NOT NULL,
	assignment BIGINT NOT NULL, -- 0 where the line waits for a provider
	party TEXT NOT NULL, -- who answers to the municipality and searches
	started_on DATE NOT NULL,
	ended_on DATE, -- none while it goes on
	outcome TEXT NOT NULL, -- found, not_found; '' while it goes on
	asked TEXT NOT NULL,
	members TEXT NOT NULL, -- the fellow members that were asked, separated by commas
	reason TEXT NOT NULL,
	fact BIGINT NOT NULL, -- that said so last
	PRIMARY KEY (register_id, person, search, place)
) /*sqlite WITHOUT ROWID */;

-- A client who went from one member of a combination to another.
CREATE TABLE transition_handover (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	handover BIGINT NOT NULL,
	assignment BIGINT NOT NULL,
	handed_on DATE NOT NULL, -- the first day of the other member
	from_member TEXT NOT NULL,
	to_member TEXT NOT NULL,
	told_on DATE NOT NULL,
	told_how TEXT NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (register_id, person, handover)
) /*sqlite WITHOUT ROWID */;

-- A resident who moved; the addresses themselves stand in the vault.
CREATE TABLE transition_move (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	move BIGINT NOT NULL,
	moved_on DATE NOT NULL, -- the first day at the new address
	old_area TEXT NOT NULL,
	new_area TEXT NOT NULL,
	PRIMARY KEY (register_id, person, move)
) /*sqlite WITHOUT ROWID */;

-- An order of which the provider knows, and that ends before the day it was told.
ALTER TABLE exchange_order ADD COLUMN ended_on DATE;
