-- The trail of a programme: what was chosen among what, wishes held against the running contract, interests, talks, and needs.

CREATE TABLE programme_choice (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	choice BIGINT NOT NULL, -- the fact
	subject TEXT NOT NULL,
	question TEXT NOT NULL,
	chosen TEXT NOT NULL,
	reason TEXT NOT NULL,
	vision BIGINT NOT NULL, -- the version that it leads back to
	need BIGINT NOT NULL, -- the point that it answers, or 0
	decided_with TEXT NOT NULL,
	decided_on DATE NOT NULL,
	unfit BIGINT NOT NULL, -- how many wishes did not fit the running contract then
	PRIMARY KEY (register_id, programme, choice)
);

CREATE TABLE programme_alternative (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	choice BIGINT NOT NULL,
	place BIGINT NOT NULL,
	what TEXT NOT NULL,
	form TEXT NOT NULL,
	parties BIGINT NOT NULL, -- 0: not said
	in_favour TEXT NOT NULL,
	against TEXT NOT NULL,
	PRIMARY KEY (register_id, programme, choice, place)
);

-- A wish held against the contract that runs.
CREATE TABLE programme_wish (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	wish BIGINT NOT NULL,
	words TEXT NOT NULL,
	agreement TEXT NOT NULL,
	fits TEXT NOT NULL,
	why TEXT NOT NULL,
	tested_on DATE NOT NULL,
	PRIMARY KEY (register_id, programme, wish)
);

-- Interests, opposite ones too, named in the open.
CREATE TABLE programme_interest (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	interest BIGINT NOT NULL,
	who TEXT NOT NULL,
	wants TEXT NOT NULL,
	collides_with TEXT NOT NULL,
	handled TEXT NOT NULL,
	mapped_on DATE NOT NULL,
	PRIMARY KEY (register_id, programme, interest)
);

CREATE TABLE programme_meeting (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	meeting BIGINT NOT NULL, -- the fact with which it came in: planned, or held without that
	subject TEXT NOT NULL,
	place TEXT NOT NULL,
	invited TEXT NOT NULL,
	planned_on DATE, -- the day of the meeting
	noted_on DATE NOT NULL,
	held_on DATE,
	outcome TEXT NOT NULL,
	PRIMARY KEY (register_id, programme, meeting)
);

CREATE TABLE programme_guest (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	meeting BIGINT NOT NULL,
	place BIGINT NOT NULL,
	party TEXT NOT NULL,
	people BIGINT NOT NULL, -- 0: not counted
	interest TEXT NOT NULL,
	PRIMARY KEY (register_id, programme, meeting, place)
);

CREATE TABLE programme_point (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	meeting BIGINT NOT NULL,
	place BIGINT NOT NULL,
	about TEXT NOT NULL, -- content or money
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, programme, meeting, place)
);

-- What residents need and what the council demands, and where each landed.
CREATE TABLE programme_need (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	need BIGINT NOT NULL,
	sort TEXT NOT NULL,
	words TEXT NOT NULL,
	source TEXT NOT NULL,
	document TEXT NOT NULL,
	noted_on DATE NOT NULL,
	PRIMARY KEY (register_id, programme, need)
);

CREATE TABLE programme_landing (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	need BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	outcome TEXT NOT NULL,
	words TEXT NOT NULL,
	landed_on DATE NOT NULL,
	PRIMARY KEY (register_id, programme, need, fact)
);
