-- Logging in: how often an account's password was wrong, so that guessing gets slow.

CREATE TABLE access_attempt (
	register_id BIGINT NOT NULL, -- 0: a name that nobody has is counted as well
	bucket BIGINT NOT NULL, -- of a digest of the account's name, so that no stranger's words are kept
	failures BIGINT NOT NULL, -- one after another
	last_at BIGINT NOT NULL,
	PRIMARY KEY (register_id, bucket)
);
