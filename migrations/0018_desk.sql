-- The desk: every question with its one outcome, and people around a client whose names stand in the vault.

-- A question that came in, or that was passed on at once; older ones were all passed on.
ALTER TABLE desk_question ADD COLUMN is_direct SMALLINT NOT NULL DEFAULT 1; -- passed on as it came, without having lain at the desk
ALTER TABLE desk_question ADD COLUMN from_whom TEXT NOT NULL DEFAULT ''; -- resident, representative, carer, chain_partner
ALTER TABLE desk_question ADD COLUMN taken_by TEXT NOT NULL DEFAULT ''; -- the account that took it
ALTER TABLE desk_question ADD COLUMN earlier BIGINT NOT NULL DEFAULT 0; -- the question that it came up with
ALTER TABLE desk_question ADD COLUMN back_on DATE; -- the day on which who asked hears more
ALTER TABLE desk_question ADD COLUMN outcome TEXT NOT NULL DEFAULT 'passed_on'; -- '' while it is open
ALTER TABLE desk_question ADD COLUMN outcome_on DATE NOT NULL DEFAULT '9999-12-31';
ALTER TABLE desk_question ADD COLUMN answer BIGINT NOT NULL DEFAULT 0; -- the fact that ended it, or passed it on
ALTER TABLE desk_question ADD COLUMN told TEXT NOT NULL DEFAULT ''; -- what was arranged or told, or with whom was spoken
ALTER TABLE desk_question ADD COLUMN confirmed_on DATE; -- of what was passed on: the day the receiver said yes, far away until then; NULL for the others
ALTER TABLE desk_question ADD COLUMN confirmed_by TEXT NOT NULL DEFAULT '';
UPDATE desk_question SET outcome_on = asked_on, answer = question, confirmed_on = '9999-12-31';
CREATE INDEX desk_question_outcome ON desk_question (register_id, outcome_on, outcome, question);
CREATE INDEX desk_question_confirmed ON desk_question (register_id, confirmed_on, outcome_on, question);
CREATE INDEX desk_question_asked ON desk_question (register_id, asked_on, from_whom);
CREATE INDEX desk_question_person ON desk_question (register_id, person, question);

-- Who is around a client without being one: who asked, who represents. Beside the vault, outside a rebuild.
CREATE TABLE person_relation (
	register_id BIGINT NOT NULL,
	relation BIGINT NOT NULL, -- the fact that named them
	name TEXT NOT NULL,
	organisation TEXT NOT NULL,
	street TEXT NOT NULL,
	house_number BIGINT NOT NULL,
	house_addition TEXT NOT NULL,
	postcode TEXT NOT NULL,
	place TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	PRIMARY KEY (register_id, relation)
) /*sqlite WITHOUT ROWID */;
