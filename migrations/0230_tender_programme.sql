-- A tender says of which programme it is, by which of its vision and content, or why it is of none; and when there is little
-- time for bids, why. A programme may be for one scheme; without a name it is for all.

ALTER TABLE programme_programme ADD COLUMN scheme TEXT NOT NULL DEFAULT '';
ALTER TABLE procurement_tender ADD COLUMN programme TEXT NOT NULL DEFAULT ''; -- '': of none
ALTER TABLE procurement_tender ADD COLUMN vision BIGINT NOT NULL DEFAULT 0; -- its version on the day of the notice; 0: none
ALTER TABLE procurement_tender ADD COLUMN content BIGINT NOT NULL DEFAULT 0;
ALTER TABLE procurement_tender ADD COLUMN without_programme TEXT NOT NULL DEFAULT ''; -- why it is of none
ALTER TABLE procurement_tender ADD COLUMN procedure_sort TEXT NOT NULL DEFAULT ''; -- social, open, below; '': of before this was asked
ALTER TABLE procurement_tender ADD COLUMN least_days BIGINT NOT NULL DEFAULT 0; -- fewer days ask for a reason
ALTER TABLE procurement_tender ADD COLUMN least_source TEXT NOT NULL DEFAULT ''; -- where that number comes from
ALTER TABLE procurement_tender ADD COLUMN why_short TEXT NOT NULL DEFAULT ''; -- the reason
