-- Time norms: by which one a granted amount was found, and which were struck down; and who live at one address.

ALTER TABLE decision_line ADD COLUMN norm_set TEXT;
ALTER TABLE decision_line ADD COLUMN household_reason TEXT; -- why another of the household has the product too
CREATE INDEX decision_line_norm_set ON decision_line (register_id, norm_set, person, valid_until);
CREATE INDEX person_vault_address ON person_vault (register_id, postcode, house_number, person);

CREATE TABLE plan_struck_norm (
	register_id BIGINT NOT NULL,
	norm_set TEXT NOT NULL,
	struck BIGINT NOT NULL,
	valid_from DATE NOT NULL, -- from that day on it is no ground for a decision
	why TEXT NOT NULL,
	ruling TEXT,
	PRIMARY KEY (register_id, norm_set)
);
