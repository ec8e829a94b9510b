-- The desk: who represents whom, who may be in the register twice, what was offered, urgent help, cases that were closed.

-- Who represents a client from a day on; who and where stands in person_relation under this number.
CREATE TABLE person_representative (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL,
	representative BIGINT NOT NULL, -- the fact that named them
	sort TEXT NOT NULL,
	place BIGINT NOT NULL, -- in the order of the law: 1 goes before 2
	ground TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	PRIMARY KEY (register_id, person, representative)
) /*sqlite WITHOUT ROWID */;

-- Who may be one person under two numbers. Kept with the vault, outside a rebuild: it compares names.
CREATE TABLE person_double (
	register_id BIGINT NOT NULL,
	person BIGINT NOT NULL, -- the lower number
	other BIGINT NOT NULL,
	same_name SMALLINT NOT NULL,
	same_address SMALLINT NOT NULL,
	same_bsn SMALLINT NOT NULL, -- the BSN of the one was given for the other, and refused
	PRIMARY KEY (register_id, person, other),
	CHECK (person < other)
) /*sqlite WITHOUT ROWID */;
INSERT INTO person_double (register_id, person, other, same_name, same_address, same_bsn)
SELECT a.register_id, a.person, b.person, CASE WHEN a.search_name = b.search_name THEN 1 ELSE 0 END,
	CASE WHEN a.postcode <> '' AND a.postcode = b.postcode AND a.house_number = b.house_number
		AND a.house_addition = b.house_addition THEN 1 ELSE 0 END, 0
FROM person_vault a
JOIN person_vault b ON b.register_id = a.register_id AND b.born = a.born AND b.person > a.person
WHERE a.search_name = b.search_name OR (a.postcode <> '' AND a.postcode = b.postcode AND a.house_number = b.house_number
	AND a.house_addition = b.house_addition);

-- What somebody looked at and said of two numbers: the same person, or not. The newest word counts.
CREATE TABLE person_sameness (
	register_id BIGINT NOT NULL,
	lower_person BIGINT NOT NULL,
	higher_person BIGINT NOT NULL,
	is_same SMALLINT NOT NULL,
	stays BIGINT NOT NULL, -- the number that is used from now on; 0 where they are not the same
	fact BIGINT NOT NULL,
	said_on DATE NOT NULL,
	PRIMARY KEY (register_id, lower_person, higher_person)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX person_sameness_higher ON person_sameness (register_id, higher_person);

-- Free client support that was offered with a report, and what the resident said.
CREATE TABLE desk_support (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	support BIGINT NOT NULL,
	person BIGINT NOT NULL,
	offered_on DATE NOT NULL,
	told TEXT NOT NULL, -- client, or client and carer
	answer TEXT NOT NULL, -- wants, declines, thinks
	supporter TEXT NOT NULL,
	PRIMARY KEY (register_id, report, support)
);

-- The personal plan of a report: handed in, or the resident said that there will be none.
CREATE TABLE desk_plan (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	plan BIGINT NOT NULL,
	person BIGINT NOT NULL,
	is_waived SMALLINT NOT NULL,
	plan_on DATE NOT NULL,
	due_on DATE NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, report, plan)
);

-- Help at once, before the investigation is done.
CREATE TABLE desk_urgent (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	urgent BIGINT NOT NULL,
	person BIGINT NOT NULL,
	product TEXT NOT NULL,
	party TEXT NOT NULL,
	help TEXT NOT NULL,
	reason TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	decided_on DATE NOT NULL,
	starts_on DATE NOT NULL,
	objection_until DATE NOT NULL,
	PRIMARY KEY (register_id, report, urgent)
);

-- A report in which no provision was needed, closed without a decision.
CREATE TABLE desk_closed (
	register_id BIGINT NOT NULL,
	report BIGINT NOT NULL,
	closed BIGINT NOT NULL,
	person BIGINT NOT NULL,
	outcome TEXT NOT NULL, -- arranged, told, withdrawn
	closed_on DATE NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (register_id, report)
);
