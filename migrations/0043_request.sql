-- Requests: what residents ask about themselves, and the answers.

CREATE TABLE request_request (
	register_id BIGINT NOT NULL,
	request BIGINT NOT NULL,
	person BIGINT NOT NULL,
	sort TEXT NOT NULL, -- contact, correction, erasure
	words TEXT NOT NULL,
	better TEXT NOT NULL, -- of a correction: what it must be
	by_whom TEXT NOT NULL, -- resident, representative, worker
	asked_on DATE NOT NULL,
	due_on DATE, -- none where no law says
	outcome TEXT NOT NULL, -- done, partly, not_done; '' while it waits
	answer TEXT NOT NULL,
	answered_on DATE,
	answered_by TEXT NOT NULL, -- an account
	PRIMARY KEY (register_id, request)
);
CREATE INDEX request_request_person ON request_request (register_id, person, request);
