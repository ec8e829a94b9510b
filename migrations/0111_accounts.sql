-- An account that nobody may use any more; its name stays with what was done.

ALTER TABLE access_account ADD COLUMN closed_on DATE; -- no day: it is open
