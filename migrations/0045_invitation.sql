-- New accounts without a password: whoever has the code of an invitation chooses one.

CREATE TABLE access_invitation (
	register_id BIGINT NOT NULL,
	account TEXT NOT NULL,
	mark TEXT NOT NULL, -- digest of the code
	until_at BIGINT NOT NULL, -- after this moment it opens nothing
	PRIMARY KEY (register_id, account)
);
