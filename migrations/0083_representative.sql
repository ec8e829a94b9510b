-- A letter to who represents somebody: its code lets them in on behalf of that person.

ALTER TABLE document_letter ADD COLUMN representative BIGINT NOT NULL DEFAULT 0; -- the fact that named them; 0: to the person
