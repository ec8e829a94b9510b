-- access_add_account: a new account
INSERT INTO access_account (register_id, account, name, role, team, party, password_hash, phone)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- access_account_rows: the accounts of a register, whole
SELECT account, name, role, team, party, password_hash, phone FROM access_account WHERE register_id = $1 ORDER BY account;

-- access_accounts: the accounts of a register
SELECT register_id, account, name, role, team, party, phone, closed_on FROM access_account WHERE register_id = $1 ORDER BY account;

-- access_account: one account
SELECT register_id, account, name, role, team, party, phone, closed_on FROM access_account WHERE register_id = $1 AND account = $2;

-- access_name: who is behind an account
SELECT name FROM access_account WHERE register_id = $1 AND account = $2;

-- access_team: the social workers of a team
SELECT register_id, account, name, role, team, party, phone FROM access_account
WHERE register_id = $1 AND team = $2 AND closed_on IS NULL ORDER BY account;

-- access_hashes: whose password may this be
SELECT register_id, password_hash FROM access_account
WHERE account = $1 AND closed_on IS NULL ORDER BY register_id;

-- access_begin_session: somebody logged in, or a resident entered the own page
INSERT INTO access_session (register_id, mark, account, form_token, until_seconds, person, representative, letter)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- access_end_old_sessions: sessions that are over
DELETE FROM access_session WHERE until_seconds < $1;

-- access_session: who is this; a resident has no account
SELECT s.register_id, s.account, COALESCE(a.name, '') AS name, CASE WHEN s.role <> '' THEN s.role ELSE COALESCE(a.role, s.account) END AS role,
	COALESCE(a.team, '') AS team,
	COALESCE(a.party, '') AS party, s.form_token, r.name AS register_name, r.demo_day, s.known, s.person, s.until_seconds,
	(SELECT COUNT(*) FROM access_account_role x WHERE x.register_id = s.register_id AND x.account = s.account) AS more_roles,
	s.representative, s.letter,
	CASE WHEN s.person = 0 AND EXISTS (SELECT 1 FROM access_second_role q WHERE q.register_id = s.register_id
			AND (q.role = a.role OR q.role IN (SELECT x.role FROM access_account_role x WHERE x.register_id = s.register_id AND x.account = s.account)))
		AND NOT EXISTS (SELECT 1 FROM access_second_step t WHERE t.register_id = s.register_id AND t.account = s.account AND t.is_on = 1)
		THEN 1 ELSE 0 END AS lacks_second_step
FROM access_session s
LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.account AND s.person = 0 AND a.closed_on IS NULL
LEFT JOIN journal_register r ON r.register_id = s.register_id
WHERE s.register_id = $1 AND s.mark = $2 AND s.until_seconds >= $3 AND (s.person <> 0 OR a.account IS NOT NULL);

-- access_entry_holds: whether a letter's code opens the own page
SELECT 1 FROM document_letter l
JOIN document_dispatch d ON d.register_id = l.register_id AND d.letter = l.letter AND d.how <> 'withheld'
JOIN person_vault v ON v.register_id = l.register_id AND v.person = l.person AND v.died = ''
WHERE l.register_id = $1 AND l.letter = $2
	AND NOT EXISTS (SELECT 1 FROM document_letter n WHERE n.register_id = l.register_id AND n.person = l.person
		AND n.letter > l.letter AND n.sort = 'code' AND n.representative = l.representative);

-- access_keep_session: a resident goes on
UPDATE access_session SET until_seconds = $3 WHERE register_id = $1 AND mark = $2;

-- access_read_snapshot: from now on a session reads a snapshot, or with '' the database itself
UPDATE access_session SET known = $3 WHERE register_id = $1 AND mark = $2;

-- access_end_session: somebody logged out
DELETE FROM access_session WHERE register_id = $1 AND mark = $2;

-- access_reads_of: who opened a person's file, newest first
SELECT r.read_at, r.account, a.name, a.party AS organisation, r.page, r.ground, r.role,
	CASE WHEN r.ground = 'need' THEN 1 ELSE 0 END AS is_in_need
FROM access_read r
LEFT JOIN access_account a ON a.register_id = r.register_id AND a.account = r.account
WHERE r.register_id = $1 AND r.person = $2 AND r.read_at < $3 AND r.page <> 'protocol' ORDER BY r.read_at DESC, r.file DESC, r.place DESC LIMIT 100;

-- access_reads_recent: who opened a person's file lately
SELECT r.read_at, r.account, a.name, a.party AS organisation, r.page, r.ground, r.role,
	CASE WHEN r.ground = 'need' THEN 1 ELSE 0 END AS is_in_need
FROM access_read r
LEFT JOIN access_account a ON a.register_id = r.register_id AND a.account = r.account
WHERE r.register_id = $1 AND r.person = $2 AND r.read_at < $3 AND r.page <> 'protocol' ORDER BY r.read_at DESC, r.file DESC, r.place DESC LIMIT 8;

-- access_reads_apart: who opened an abuse protocol of a register, newest first
SELECT r.read_at, r.account, a.name, a.party AS organisation, r.page FROM access_read r
LEFT JOIN access_account a ON a.register_id = r.register_id AND a.account = r.account
WHERE r.register_id = $1 AND r.read_at < $2 AND r.page = 'protocol' ORDER BY r.read_at DESC, r.file DESC, r.place DESC LIMIT 100;

-- access_add_read: a line of a log file into the database
INSERT INTO access_read (register_id, person, read_at, file, place, account, page, ground, role)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT DO NOTHING;

-- access_folded: how far a log file is in the database
SELECT folded_bytes FROM access_read_file WHERE register_id = 0 AND file = $1;

-- access_set_folded: how far a log file is in the database now
INSERT INTO access_read_file (register_id, file, folded_bytes) VALUES (0, $1, $2)
ON CONFLICT (register_id, file) DO UPDATE SET folded_bytes = excluded.folded_bytes;

-- access_forget_file: a log file that is whole in the database and gone
DELETE FROM access_read_file WHERE register_id = 0 AND file = $1;

-- access_any_sealed: whether anything was ever sealed with this database's key
SELECT 1 FROM person_vault WHERE bsn_mark IS NOT NULL UNION ALL SELECT 1 FROM access_second_step LIMIT 1;

-- access_attempts: how often in a row an account's password was wrong, and when last
SELECT failures, last_at FROM access_attempt WHERE register_id = 0 AND bucket = $1;

-- access_add_attempt: a wrong password; an hour after the last one counting begins anew
INSERT INTO access_attempt (register_id, bucket, failures, last_at) VALUES (0, $1, 1, $2)
ON CONFLICT (register_id, bucket) DO UPDATE SET last_at = excluded.last_at,
	failures = CASE WHEN access_attempt.last_at < excluded.last_at - 3600 THEN 1 ELSE access_attempt.failures + 1 END;

-- access_forget_attempts: the right password
DELETE FROM access_attempt WHERE register_id = 0 AND bucket = $1;

-- access_person: whether somebody is in the register
SELECT 1 FROM person_vault WHERE register_id = $1 AND person = $2;

-- access_add_opening: a file was opened in need
INSERT INTO access_opening (register_id, opening, person, account, reason, words, is_urgent, opened_on, verdict, checked_by, remark)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', '');

-- access_opening: an opening
SELECT person, account, verdict FROM access_opening WHERE register_id = $1 AND opening = $2;

-- access_check_opening: somebody looked at it
UPDATE access_opening SET verdict = $3, checked_by = $4, checked_on = $5, remark = $6 WHERE register_id = $1 AND opening = $2;

-- access_openings_open: openings that nobody looked at, oldest first, behind a number
SELECT o.opening, o.person, o.account, COALESCE(a.name, o.account) AS name, o.reason, o.words, o.is_urgent, o.opened_on, o.verdict
FROM access_opening o
LEFT JOIN access_account a ON a.register_id = o.register_id AND a.account = o.account
WHERE o.register_id = $1 AND o.verdict = '' AND o.opening > $2 ORDER BY o.opening LIMIT 50;

-- access_openings_checked: openings that somebody looked at, newest first, below a number
SELECT o.opening, o.person, o.account, COALESCE(a.name, o.account) AS name, o.reason, o.words, o.is_urgent, o.opened_on, o.verdict,
	COALESCE(c.name, o.checked_by) AS checked_by, o.checked_on, o.remark
FROM access_opening o
LEFT JOIN access_account a ON a.register_id = o.register_id AND a.account = o.account
LEFT JOIN access_account c ON c.register_id = o.register_id AND c.account = o.checked_by
WHERE o.register_id = $1 AND o.verdict <> '' AND o.opening < $2 ORDER BY o.opening DESC LIMIT 50;

-- access_count_open: how many openings nobody looked at
SELECT COUNT(*) FROM access_opening WHERE register_id = $1 AND verdict = '';

-- access_count_checked: how many somebody looked at
SELECT COUNT(*) FROM access_opening WHERE register_id = $1 AND verdict <> '';

-- access_opened: whether somebody opened a person's file on a day
SELECT 1 FROM access_opening WHERE register_id = $1 AND person = $2 AND account = $3 AND opened_on = $4;

-- access_to_check: whether an opening of a person's file by somebody else waits to be looked at
SELECT 1 FROM access_opening WHERE register_id = $1 AND person = $2 AND account <> $3 AND verdict = '';

-- access_other_administrator: who else administers
SELECT account FROM access_account
WHERE register_id = $1 AND account <> $2 AND role = 'administrator' AND closed_on IS NULL LIMIT 1;

-- access_change_account: somebody has another role or team
UPDATE access_account SET role = $3, team = $4 WHERE register_id = $1 AND account = $2;

-- access_end_roles: somebody works in no other corner any more
DELETE FROM access_account_role WHERE register_id = $1 AND account = $2;

-- access_close_account: nobody uses an account any more; without a hash no copy of it lets anybody in
UPDATE access_account SET closed_on = $3, password_hash = '' WHERE register_id = $1 AND account = $2;

-- access_end_sessions: whoever is in is out
DELETE FROM access_session WHERE register_id = $1 AND account = $2 AND person = 0;

-- access_end_other_sessions: whoever else is in under the same name is out
DELETE FROM access_session WHERE register_id = $1 AND account = $2 AND person = 0 AND mark <> $3;

-- access_set_password: somebody chose a password
UPDATE access_account SET password_hash = $3 WHERE register_id = $1 AND account = $2;

-- access_end_invitation: an invitation is used up, or another takes its place
DELETE FROM access_invitation WHERE register_id = $1 AND account = $2;

-- access_add_invitation: whoever has the code may choose the password of an account
INSERT INTO access_invitation (register_id, account, mark, until_at) VALUES ($1, $2, $3, $4);

-- access_invitation: whose account an invitation is for, that has not passed
SELECT register_id FROM access_invitation WHERE account = $1 AND mark = $2 AND until_at > $3;

-- access_forget_reads: lines that were kept long enough
DELETE FROM access_read WHERE register_id = $1 AND read_at < $2;

-- access_add_role: somebody works in one more corner
INSERT INTO access_account_role (register_id, account, role) VALUES ($1, $2, $3);

-- access_roles_of: all roles of an account
SELECT role FROM access_account WHERE register_id = $1 AND account = $2
UNION SELECT role FROM access_account_role WHERE register_id = $1 AND account = $2 ORDER BY role;

-- access_set_role: from now on a session is in another role
UPDATE access_session SET role = $3 WHERE register_id = $1 AND mark = $2;

-- access_begin_login: the password was right, the code is asked
INSERT INTO access_login (register_id, mark, account, until_seconds) VALUES ($1, $2, $3, $4);

-- access_end_old_logins: codes that were not given in time
DELETE FROM access_login WHERE until_seconds < $1;

-- access_login: whose password was right
SELECT l.account FROM access_login l
JOIN access_account a ON a.register_id = l.register_id AND a.account = l.account AND a.closed_on IS NULL AND a.password_hash <> ''
WHERE l.register_id = $1 AND l.mark = $2 AND l.until_seconds >= $3;

-- access_end_login: the code was given
DELETE FROM access_login WHERE register_id = $1 AND mark = $2;

-- access_end_logins: who is halfway is out
DELETE FROM access_login WHERE register_id = $1 AND account = $2;

-- access_second_step: how it stands with somebody's second step
SELECT is_on, since, sealed, used_step,
	(SELECT COUNT(*) FROM access_recovery r WHERE r.register_id = t.register_id AND r.account = t.account) AS recovery_left
FROM access_second_step t WHERE t.register_id = $1 AND t.account = $2;

-- access_second_steps: of all accounts of a register
SELECT account, sealed, is_on, since, used_step FROM access_second_step WHERE register_id = $1 ORDER BY account;

-- access_add_second_step: a secret, which takes the place of one that was not confirmed
INSERT INTO access_second_step (register_id, account, sealed, is_on, since, used_step) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (register_id, account) DO UPDATE SET sealed = excluded.sealed, used_step = excluded.used_step
WHERE access_second_step.is_on = 0;

-- access_use_step: a code counted; no row when one from then or later did already
UPDATE access_second_step SET used_step = $3 WHERE register_id = $1 AND account = $2 AND used_step < $3 RETURNING account;

-- access_turn_on: the second step is on
UPDATE access_second_step SET is_on = 1, since = $3 WHERE register_id = $1 AND account = $2;

-- access_end_second_step: somebody has no second step any more
DELETE FROM access_second_step WHERE register_id = $1 AND account = $2;

-- access_end_recovery: and no recovery codes
DELETE FROM access_recovery WHERE register_id = $1 AND account = $2;

-- access_add_recovery: a recovery code
INSERT INTO access_recovery (register_id, account, mark) VALUES ($1, $2, $3);

-- access_use_recovery: a recovery code counted; no row when there is none like it
DELETE FROM access_recovery WHERE register_id = $1 AND account = $2 AND mark = $3 RETURNING account;

-- access_add_second_role: who has this role must have a second step
INSERT INTO access_second_role (register_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- access_end_second_role: who has this role need not
DELETE FROM access_second_role WHERE register_id = $1 AND role = $2;

-- access_second_roles: which roles must
SELECT role FROM access_second_role WHERE register_id = $1 ORDER BY role;

-- access_with_second_step: who has one
SELECT account FROM access_second_step WHERE register_id = $1 AND is_on = 1 ORDER BY account;
