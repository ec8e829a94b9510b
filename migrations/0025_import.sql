-- A municipality begins: birthdays of which parts are unknown, the dead, and invitations for new accounts.

ALTER TABLE person_vault ADD COLUMN born_unknown TEXT NOT NULL DEFAULT ''; -- '', day, month (and day), year (all of it); born is then the first day that it can be
ALTER TABLE person_vault ADD COLUMN died TEXT NOT NULL DEFAULT ''; -- YYYYMMDD, zeros where unknown; '' for who lives
