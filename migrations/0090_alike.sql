-- Who has one name and birth date is found by both, so that a long list of people born on one unknown day is read in a breath.
CREATE INDEX person_vault_born_name ON person_vault (register_id, born, search_name, person);
