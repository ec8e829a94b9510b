-- Logging in with a second step: a code from an app after the password.

CREATE TABLE access_second_step (
	register_id BIGINT NOT NULL,
	account TEXT NOT NULL,
	sealed TEXT NOT NULL, -- the secret that the app has too, under the key of the vault
	is_on SMALLINT NOT NULL, -- 0: the app has not shown yet that it knows the secret
	since DATE,
	used_step BIGINT NOT NULL, -- of the last code that counted: no earlier one counts, nor the same again
	PRIMARY KEY (register_id, account)
);

CREATE TABLE access_recovery ( -- codes on paper, for who has lost the app; each counts once
	register_id BIGINT NOT NULL,
	account TEXT NOT NULL,
	mark TEXT NOT NULL, -- digest of the code
	PRIMARY KEY (register_id, account, mark)
);

CREATE TABLE access_login ( -- the password was right, the code is still asked
	register_id BIGINT NOT NULL,
	mark TEXT NOT NULL, -- digest of the cookie
	account TEXT NOT NULL,
	until_seconds BIGINT NOT NULL,
	PRIMARY KEY (register_id, mark)
);

CREATE TABLE access_second_role ( -- who has this role must have a second step
	register_id BIGINT NOT NULL,
	role TEXT NOT NULL,
	PRIMARY KEY (register_id, role)
);
