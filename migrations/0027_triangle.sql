-- The triangle: questions about money or policy that practice lays at the right corner; what was said in turn.

CREATE TABLE triangle_question (
	register_id BIGINT NOT NULL,
	question BIGINT NOT NULL,
	person BIGINT NOT NULL, -- whose file it came from, or 0
	corner TEXT NOT NULL,
	subject TEXT NOT NULL,
	asked TEXT NOT NULL,
	asked_by TEXT NOT NULL,
	asked_on DATE NOT NULL,
	PRIMARY KEY (register_id, question)
);

CREATE TABLE triangle_turn (
	register_id BIGINT NOT NULL,
	question BIGINT NOT NULL,
	turn BIGINT NOT NULL, -- the fact
	turned_on DATE NOT NULL,
	state TEXT NOT NULL, -- in which it left the question
	words TEXT NOT NULL, -- an answer, or what who asked still misses
	account TEXT NOT NULL,
	PRIMARY KEY (register_id, question, turn)
);
