-- Who sat at the table when a mark was agreed on.

ALTER TABLE assessment_consensus ADD COLUMN present TEXT NOT NULL DEFAULT ''; -- accounts, one a line; '': not said
