-- Who acts for a resident is on the own page as long as they represent that resident, and no longer.

ALTER TABLE access_session ADD COLUMN representative BIGINT NOT NULL DEFAULT 0; -- the fact that named them; 0: the resident, or an account
