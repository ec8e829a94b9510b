-- A colleague who is away, and the clients whom another stands in for.

CREATE TABLE desk_absence (
	register_id BIGINT NOT NULL,
	absence BIGINT NOT NULL,
	worker TEXT NOT NULL,
	stand_in TEXT NOT NULL,
	from_day DATE NOT NULL,
	until_day DATE NOT NULL, -- 9999-12-31 while away
	reason TEXT NOT NULL,
	expected_on DATE, -- nobody said so: no day
	PRIMARY KEY (register_id, absence)
);

CREATE TABLE desk_lent (
	register_id BIGINT NOT NULL,
	absence BIGINT NOT NULL,
	person BIGINT NOT NULL,
	PRIMARY KEY (register_id, absence, person)
);
