-- Who comes to somebody's home is one idea: a name, since when, how often, and an account where there is one.

ALTER TABLE care_worker ADD COLUMN helper TEXT NOT NULL DEFAULT ''; -- an account of the party that delivers
CREATE INDEX care_worker_helper ON care_worker (register_id, helper, until_day);
DROP TABLE care_helper;
