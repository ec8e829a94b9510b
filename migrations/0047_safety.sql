-- Safety: complaints and the turn they took; incidents and who was told; the steps of the abuse protocol.

CREATE TABLE safety_complaint (
	register_id BIGINT NOT NULL,
	complaint BIGINT NOT NULL,
	person BIGINT NOT NULL,
	party TEXT NOT NULL, -- about whom; '' for the municipality
	theme TEXT NOT NULL,
	words TEXT NOT NULL,
	received_on DATE NOT NULL,
	due_on DATE NOT NULL,
	look_back_on DATE NOT NULL,
	answered_on DATE NOT NULL, -- 9999-12-31 until then
	finding TEXT NOT NULL,
	answer TEXT NOT NULL,
	looked_back_on DATE NOT NULL, -- 9999-12-31 until then
	turn TEXT NOT NULL,
	turn_words TEXT NOT NULL, -- in the client's own words
	PRIMARY KEY (register_id, complaint)
);
CREATE INDEX safety_complaint_person ON safety_complaint (register_id, person);

CREATE TABLE safety_incident (
	register_id BIGINT NOT NULL,
	incident BIGINT NOT NULL,
	person BIGINT NOT NULL,
	assignment BIGINT NOT NULL, -- 0 where none is known
	party TEXT NOT NULL, -- who came
	sort TEXT NOT NULL,
	words TEXT NOT NULL,
	happened_on DATE NOT NULL,
	known_on DATE NOT NULL,
	notice_due_on DATE NOT NULL,
	inquiry_due_on DATE NOT NULL,
	concluded_on DATE NOT NULL, -- 9999-12-31 until then
	outcome TEXT NOT NULL,
	measures TEXT NOT NULL,
	PRIMARY KEY (register_id, incident)
);

-- Who must hear of an incident: each party above whoever came, and the supervisor.
CREATE TABLE safety_telling (
	register_id BIGINT NOT NULL,
	incident BIGINT NOT NULL,
	place BIGINT NOT NULL,
	who TEXT NOT NULL, -- a party, or 'supervisor'
	told_on DATE NOT NULL, -- 9999-12-31 until then
	PRIMARY KEY (register_id, incident, place)
);

CREATE TABLE safety_step (
	register_id BIGINT NOT NULL,
	protocol BIGINT NOT NULL, -- the fact of its first step
	step BIGINT NOT NULL,
	person BIGINT NOT NULL,
	taken_on DATE NOT NULL,
	words TEXT NOT NULL,
	asked TEXT NOT NULL, -- whose advice was taken
	outcome TEXT NOT NULL,
	account TEXT NOT NULL,
	fact BIGINT NOT NULL,
	PRIMARY KEY (register_id, protocol, step)
);
CREATE INDEX safety_step_person ON safety_step (register_id, person);
