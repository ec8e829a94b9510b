-- A session on the own page stands on the code of one letter: what ends that letter's code ends the session.

ALTER TABLE access_session ADD COLUMN letter BIGINT NOT NULL DEFAULT 0; -- whose code it was entered with; 0: of an account
