-- Whose account it is: a provider's people see what their own party delivers, and nothing else.

ALTER TABLE access_account ADD COLUMN party TEXT NOT NULL DEFAULT ''; -- of a provider; '' for the municipality's people
