-- The investigation step by step: topics that the question needs, housemates, help that was found, partners, remarks; the plan.

CREATE TABLE investigation_topic (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	topic TEXT NOT NULL, -- a to g of Wmo 2015, art. 2.3.2 lid 4
	life_domain TEXT NOT NULL, -- of topic a; '' for the topic as a whole
	opened BIGINT NOT NULL,
	person BIGINT NOT NULL,
	opened_on DATE NOT NULL,
	need TEXT NOT NULL, -- why this question needs it
	examined_on DATE,
	found TEXT,
	PRIMARY KEY (register_id, report, topic, life_domain)
);

CREATE TABLE investigation_housemate (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	housemate BIGINT NOT NULL,
	recorded_on DATE NOT NULL,
	relation TEXT NOT NULL,
	age_band TEXT NOT NULL,
	client BIGINT NOT NULL, -- the person's number where the housemate is a client too; else 0
	helps TEXT NOT NULL,
	what TEXT,
	why_not TEXT,
	PRIMARY KEY (register_id, person, housemate)
);

CREATE TABLE investigation_help (
	register_id BIGINT NOT NULL,
	help BIGINT NOT NULL,
	report BIGINT NOT NULL,
	person BIGINT NOT NULL,
	found_on DATE NOT NULL,
	source TEXT NOT NULL, -- network, neighbours, volunteers, general_provision
	who TEXT NOT NULL,
	what TEXT NOT NULL,
	how_often TEXT NOT NULL,
	capacity TEXT, -- what the carer says of carrying on
	review_on DATE NOT NULL,
	reviewed_on DATE,
	holds TEXT, -- yes, partly, no
	words TEXT,
	PRIMARY KEY (register_id, help)
);
CREATE INDEX investigation_help_person ON investigation_help (register_id, person, help);

CREATE TABLE investigation_partner (
	register_id BIGINT NOT NULL,
	consulted BIGINT NOT NULL,
	report BIGINT NOT NULL,
	person BIGINT NOT NULL,
	consulted_on DATE NOT NULL,
	partner TEXT NOT NULL,
	why TEXT NOT NULL,
	consent TEXT NOT NULL,
	consent_by TEXT,
	consent_on DATE,
	consent_how TEXT,
	outcome TEXT,
	PRIMARY KEY (register_id, consulted)
);
CREATE INDEX investigation_partner_report ON investigation_partner (register_id, report, consulted);

CREATE TABLE investigation_remark (
	register_id BIGINT NOT NULL,
	remark BIGINT NOT NULL,
	report BIGINT NOT NULL,
	person BIGINT NOT NULL,
	received_on DATE NOT NULL,
	remarks TEXT NOT NULL, -- in the resident's own words
	answer TEXT,
	PRIMARY KEY (register_id, remark)
);
CREATE INDEX investigation_remark_report ON investigation_remark (register_id, report, remark);

CREATE TABLE plan_plan (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	version BIGINT NOT NULL,
	plan BIGINT NOT NULL,
	report BIGINT NOT NULL,
	made_on DATE NOT NULL,
	arrangement TEXT NOT NULL,
	one_hand TEXT NOT NULL, -- yes, no: whether all of it is in one hand
	changed_because TEXT,
	minutes_per_week BIGINT NOT NULL, -- of all lines that are counted in time
	PRIMARY KEY (register_id, person, version)
);
CREATE INDEX plan_plan_report ON plan_plan (register_id, report, version);

CREATE TABLE plan_goal (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	version BIGINT NOT NULL,
	goal BIGINT NOT NULL, -- the same in each version, as long as the words are the same
	words TEXT NOT NULL,
	result TEXT NOT NULL,
	PRIMARY KEY (register_id, person, version, goal)
);

CREATE TABLE plan_line (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	version BIGINT NOT NULL,
	line BIGINT NOT NULL,
	product TEXT NOT NULL,
	amount BIGINT NOT NULL,
	unit TEXT NOT NULL,
	frequency TEXT NOT NULL,
	norm_set TEXT,
	norm_minutes BIGINT NOT NULL, -- what the norm says, a week; 0 without a norm
	deviation TEXT, -- why it is more or less than the norm
	reasons TEXT NOT NULL, -- the sum and the deviation in words
	PRIMARY KEY (register_id, person, version, line)
);

CREATE TABLE plan_sum (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	version BIGINT NOT NULL,
	place BIGINT NOT NULL,
	product TEXT NOT NULL,
	norm_key TEXT NOT NULL,
	label TEXT NOT NULL,
	value TEXT NOT NULL,
	minutes BIGINT NOT NULL,
	because TEXT NOT NULL,
	PRIMARY KEY (register_id, person, version, place)
);

CREATE TABLE plan_score (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	goal BIGINT NOT NULL,
	scored BIGINT NOT NULL,
	scored_on DATE NOT NULL,
	score BIGINT NOT NULL, -- 1 to 10
	words TEXT NOT NULL, -- the resident's own
	PRIMARY KEY (register_id, person, goal, scored)
);
