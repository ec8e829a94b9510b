-- SPDX-License-Identifier: EUPL-1.2
-- A programme that is over: what came of it, and why. Nothing hangs on it any more.
CREATE TABLE programme_ending (
	register_id BIGINT NOT NULL,
	programme TEXT NOT NULL,
	fact BIGINT NOT NULL,
	outcome TEXT NOT NULL,
	reason TEXT NOT NULL,
	ended_on DATE NOT NULL,
	ended_by TEXT NOT NULL,
	PRIMARY KEY (register_id, programme)
) /*sqlite WITHOUT ROWID */;
