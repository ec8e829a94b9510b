-- Erasure: in numbers what was erased. Who asked for it stands with the other requests of residents.

-- No person stands here: that is the point.
CREATE TABLE erasure_done (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	erased_on DATE NOT NULL,
	ground TEXT NOT NULL, -- request, retention
	facts BIGINT NOT NULL, -- how many lost their bodies
	PRIMARY KEY (register_id, fact)
);
