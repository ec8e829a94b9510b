-- Investigation: can the network take over, with evidence, and when that is looked at again.

ALTER TABLE investigation_outcome ADD COLUMN network_helps TEXT;
ALTER TABLE investigation_outcome ADD COLUMN helper_who TEXT;
ALTER TABLE investigation_outcome ADD COLUMN helper_what TEXT;
ALTER TABLE investigation_outcome ADD COLUMN helper_how_long TEXT;
ALTER TABLE investigation_outcome ADD COLUMN helper_capacity TEXT;
ALTER TABLE investigation_outcome ADD COLUMN network_review_on DATE;
