-- Consent for asking a partner can be withdrawn; what was asked before stays as it was.
ALTER TABLE investigation_partner ADD COLUMN withdrawn_on DATE; -- no day: it holds
