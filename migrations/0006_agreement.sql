-- What happens to agreements after a scheme was adopted: what it changes for lanes, its history, contact persons.

-- Laid over the adopted scheme in the order of the days; nothing before a change's day changes.
CREATE TABLE lane_change (
	register_id BIGINT NOT NULL,
	scheme TEXT NOT NULL,
	fact BIGINT NOT NULL, -- by which it happened
	sort TEXT NOT NULL, -- common/lane/lane_change.h says what each is
	valid_from DATE NOT NULL,
	valid_until DATE, -- of an extension: the agreement's new end
	agreement TEXT NOT NULL,
	party TEXT NOT NULL,
	other TEXT NOT NULL, -- whom it follows, works for or is a member of
	label TEXT NOT NULL, -- of a party that is new
	agb TEXT NOT NULL,
	products TEXT NOT NULL, -- names, one a line
	areas TEXT NOT NULL,
	PRIMARY KEY (register_id, scheme, fact)
);

-- What was decided or happened, as the pages tell it.
CREATE TABLE agreement_event (
	register_id BIGINT NOT NULL,
	scheme TEXT NOT NULL,
	fact BIGINT NOT NULL,
	sort TEXT NOT NULL, -- as in lane_change
	valid_from DATE NOT NULL,
	agreement TEXT NOT NULL,
	party TEXT NOT NULL,
	other TEXT NOT NULL,
	area TEXT NOT NULL,
	status TEXT NOT NULL, -- of an area: whether its member has begun
	reason TEXT NOT NULL,
	PRIMARY KEY (register_id, scheme, fact)
);

-- Who speaks for a provider in each corner; half-open, at most one on any day.
CREATE TABLE agreement_contact (
	register_id BIGINT NOT NULL,
	scheme TEXT NOT NULL,
	party TEXT NOT NULL,
	corner TEXT NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (register_id, scheme, party, corner, valid_from),
	CHECK (valid_from < valid_until)
);
