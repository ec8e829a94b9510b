-- The day on which the award of a tender was published: from then on everybody who sees the tender may read it.

ALTER TABLE procurement_tender ADD COLUMN awarded_on DATE;
