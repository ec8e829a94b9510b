-- The desk: questions that are for a partner, and for whom a report is.

CREATE TABLE desk_question (
	register_id BIGINT NOT NULL,
	question BIGINT NOT NULL,
	person BIGINT NOT NULL, -- 0 where nobody needed to know who asked
	theme TEXT NOT NULL,
	asked TEXT NOT NULL,
	channel TEXT NOT NULL,
	asked_on DATE NOT NULL,
	passed_to TEXT NOT NULL, -- a partner in the scheme
	PRIMARY KEY (register_id, question)
);
