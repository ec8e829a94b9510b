-- SPDX-License-Identifier: EUPL-1.2
-- In which steps marks of a tender are given: of notice_steps.
ALTER TABLE procurement_tender ADD COLUMN mark_step TEXT NOT NULL DEFAULT 'tenth';
