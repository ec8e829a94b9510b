-- document_add_letter: a letter was written
INSERT INTO document_letter (register_id, person, letter, about, sort, dated, subject, content, code_mark, representative)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- document_add_waiting: it has not left
INSERT INTO document_outbox (register_id, letter, person, sort, dated, subject) VALUES ($1, $2, $3, $4, $5, $6);

-- document_count_in: one more letter that has not left
INSERT INTO document_count (register_id, sort, waiting) VALUES ($1, $2, 1)
ON CONFLICT (register_id, sort) DO UPDATE SET waiting = document_count.waiting + 1;

-- document_count_out: one less
UPDATE document_count SET waiting = waiting - 1
WHERE register_id = $1 AND sort = (SELECT sort FROM document_outbox WHERE register_id = $1 AND letter = $2);

-- document_remove_waiting: it has left
DELETE FROM document_outbox WHERE register_id = $1 AND letter = $2;

-- document_add_dispatch: when, and how
INSERT INTO document_dispatch (register_id, letter, person, dispatched_on, how, last_day) VALUES ($1, $2, $3, $4, $5, $6);

-- document_withheld_of: the letters to somebody that were withheld
SELECT letter, person, dispatched_on, how, last_day FROM document_dispatch
WHERE register_id = $1 AND person = $2 AND how = 'withheld' ORDER BY letter;

-- document_drop_dispatch: a letter was withheld, and is no more
DELETE FROM document_dispatch WHERE register_id = $1 AND letter = $2 AND how = 'withheld';

-- document_wait_again: it has not left
INSERT INTO document_outbox (register_id, letter, person, sort, dated, subject)
SELECT register_id, letter, person, sort, dated, subject FROM document_letter WHERE register_id = $1 AND letter = $2;

-- document_count_again: and counts as one that has not
INSERT INTO document_count (register_id, sort, waiting)
SELECT register_id, sort, 1 FROM document_letter WHERE register_id = $1 AND letter = $2
ON CONFLICT (register_id, sort) DO UPDATE SET waiting = document_count.waiting + 1;

-- document_dispatch: when and how a letter left
SELECT letter, person, dispatched_on, how, last_day FROM document_dispatch WHERE register_id = $1 AND letter = $2;

-- document_waiting: the next letters that have not left, the oldest first
SELECT letter, person, sort, dated, subject FROM document_outbox WHERE register_id = $1 AND letter > $2 ORDER BY letter LIMIT 50;

-- document_waiting_of: those of one sort
SELECT letter, person, sort, dated, subject FROM document_outbox
WHERE register_id = $1 AND letter > $2 AND sort = $3 ORDER BY letter LIMIT 50;

-- document_waiting_person: those for one person
SELECT letter, person, sort, dated, subject FROM document_outbox WHERE register_id = $1 AND person = $2 ORDER BY letter;

-- document_counts: how many have not left, by sort
SELECT sort, waiting FROM document_count WHERE register_id = $1 AND waiting > 0 ORDER BY sort;

-- document_waiting_on: the same on another day
SELECT l.letter, l.person, l.sort, l.dated, l.subject FROM document_letter l
LEFT JOIN document_dispatch d ON d.register_id = l.register_id AND d.letter = l.letter
WHERE l.register_id = $1 AND l.letter > $2 AND ($3 = '' OR l.sort = $3) AND l.dated <= $4
	AND (d.dispatched_on IS NULL OR d.dispatched_on > $4)
ORDER BY l.letter LIMIT 50;

-- document_counts_on: how many had not left on another day, by sort
SELECT l.sort, COUNT(*) AS waiting FROM document_letter l
LEFT JOIN document_dispatch d ON d.register_id = l.register_id AND d.letter = l.letter
WHERE l.register_id = $1 AND l.dated <= $2 AND (d.dispatched_on IS NULL OR d.dispatched_on > $2) GROUP BY l.sort ORDER BY l.sort;

-- document_letters_of: the letters to a person, up to a day, with the day on which they left
SELECT l.letter, l.about, l.sort, l.dated, l.subject, CASE WHEN d.how <> 'withheld' THEN d.dispatched_on END AS dispatched_on, d.how,
	CASE WHEN d.how = 'withheld' THEN d.dispatched_on END AS withheld_on,
	CASE WHEN l.copy_of <> 0 THEN 1 ELSE 0 END AS is_copy, CASE WHEN l.representative <> 0 THEN 1 ELSE 0 END AS is_to_representative
FROM document_letter l
LEFT JOIN document_dispatch d ON d.register_id = l.register_id AND d.letter = l.letter AND d.dispatched_on <= $3
WHERE l.register_id = $1 AND l.person = $2 AND l.dated <= $3 ORDER BY l.letter DESC;

-- document_opened_by: the letter with a code of that digest
SELECT l.register_id, l.person, l.letter, l.representative, r.demo_day FROM journal_register r
JOIN document_letter l ON l.register_id = r.register_id AND l.code_mark = $1;

-- document_code_mark: the digest of the code on a letter that must still leave, unless a letter with a new code came after it
SELECT COALESCE(l.code_mark, '') AS code_mark FROM document_letter l WHERE l.register_id = $1 AND l.letter = $2
	AND NOT EXISTS (SELECT 1 FROM document_dispatch d WHERE d.register_id = l.register_id AND d.letter = l.letter)
	AND NOT EXISTS (SELECT 1 FROM document_letter n
		WHERE n.register_id = l.register_id AND n.person = l.person AND n.letter > l.letter AND n.sort = 'code'
			AND n.representative = l.representative);

-- document_letter: one letter
SELECT person, content, representative, copy_of FROM document_letter WHERE register_id = $1 AND letter = $2;

-- document_forget_count: letters to somebody who is erased wait no more
UPDATE document_count SET waiting = waiting - (
	SELECT COUNT(*) FROM document_outbox o WHERE o.register_id = $1 AND o.person = $2 AND o.sort = document_count.sort)
WHERE register_id = $1;

-- document_forget_empty: nor is there a row that only they made
DELETE FROM document_count WHERE register_id = $1 AND waiting = 0;

-- document_add_file: a file was attached
INSERT INTO document_file (register_id, file, person, sort, name, media_type, bytes, digest, description, dated, attached_on, by_whom,
	account) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- document_withdraw_file: it is in the file no more; nor are its words
UPDATE document_file SET withdrawn_on = $3, name = '', description = '' WHERE register_id = $1 AND file = $2;

-- document_remove_later: what was in it may go
INSERT INTO document_removal (register_id, digest)
SELECT DISTINCT register_id, digest FROM document_file WHERE register_id = $1 AND file = $2
ON CONFLICT (register_id, digest) DO NOTHING;

-- document_remove_all_later: what was in all files of a person may go
INSERT INTO document_removal (register_id, digest)
SELECT DISTINCT register_id, digest FROM document_file WHERE register_id = $1 AND person = $2
ON CONFLICT (register_id, digest) DO NOTHING;

-- document_files_of: the files of a person up to a day, newest first
SELECT f.file, f.sort, f.name, f.media_type, f.bytes, f.digest, f.description, f.dated, f.attached_on, f.by_whom AS by,
	COALESCE(a.name, '') AS attached_by
FROM document_file f
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE f.register_id = $1 AND f.person = $2 AND f.attached_on <= $3 AND f.withdrawn_on IS NULL ORDER BY f.file DESC;

-- document_file: one of them
SELECT f.file, f.sort, f.name, f.media_type, f.bytes, f.digest, f.description, f.dated, f.attached_on, f.by_whom AS by, '' AS attached_by
FROM document_file f WHERE f.register_id = $1 AND f.person = $2 AND f.file = $3 AND f.withdrawn_on IS NULL;

-- document_has_digest: whether a person has a file with that in it
SELECT file FROM document_file WHERE register_id = $1 AND person = $2 AND digest = $3 AND withdrawn_on IS NULL;

-- document_uses_digest: whether anybody has, or a fact
SELECT file FROM document_file WHERE register_id = $1 AND digest = $2 AND withdrawn_on IS NULL
UNION ALL SELECT fact FROM document_kept WHERE register_id = $1 AND digest = $2 LIMIT 1;

-- document_removals: what may go
SELECT digest FROM document_removal WHERE register_id = $1 ORDER BY digest LIMIT 1000;

-- document_removed: it went
DELETE FROM document_removal WHERE register_id = $1 AND digest = $2;

-- document_add_copy: a copy of a letter to who represents the person
INSERT INTO document_letter (register_id, person, letter, about, sort, dated, subject, content, code_mark, representative, copy_of)
SELECT register_id, person, $3, about, sort, dated, subject, content, $4, $5, letter FROM document_letter
WHERE register_id = $1 AND letter = $2;

-- document_add_copy_waiting: it has not left
INSERT INTO document_outbox (register_id, letter, person, sort, dated, subject)
SELECT register_id, letter, person, sort, dated, subject FROM document_letter WHERE register_id = $1 AND letter = $2;

-- document_count_copy: one more letter that has not left
INSERT INTO document_count (register_id, sort, waiting)
SELECT register_id, sort, 1 FROM document_letter WHERE register_id = $1 AND letter = $2
ON CONFLICT (register_id, sort) DO UPDATE SET waiting = document_count.waiting + 1;

-- document_head: whose letter it is, of what sort and day, what it is about, and whether it is a copy
SELECT person, sort, dated, about, copy_of FROM document_letter WHERE register_id = $1 AND letter = $2;

-- document_note_kept: bytes are kept for a fact, or came or left once more
INSERT INTO document_kept (register_id, fact, place, digest, bytes, kept_at, times, last_at, bsn_mark, of_many)
VALUES ($1, $2, $3, $4, $5, $6, 1, $6, $7, $8)
ON CONFLICT (register_id, fact, place) DO UPDATE SET times = document_kept.times + 1, last_at = excluded.last_at,
	digest = excluded.digest, bytes = excluded.bytes;

-- document_kept_of: what is kept for a fact
SELECT fact, place, digest, bytes, kept_at, times, last_at, bsn_mark FROM document_kept
WHERE register_id = $1 AND fact = $2 AND place = $3;

-- document_remove_kept_of: what is kept for a fact may go
INSERT INTO document_removal (register_id, digest)
SELECT DISTINCT register_id, digest FROM document_kept WHERE register_id = $1 AND fact = $2
ON CONFLICT (register_id, digest) DO NOTHING;

-- document_drop_kept_of: and is known no more
DELETE FROM document_kept WHERE register_id = $1 AND fact = $2;

-- document_remove_kept_about: what is kept about somebody, or about nobody knows whom, may go
INSERT INTO document_removal (register_id, digest)
SELECT DISTINCT register_id, digest FROM document_kept WHERE register_id = $1 AND (fact IN (SELECT fact FROM journal_fact WHERE register_id = $1 AND person = $2)
	OR of_many = 1 OR (bsn_mark <> '' AND bsn_mark IN (SELECT COALESCE(bsn_mark, '') FROM person_vault WHERE register_id = $1 AND person = $2)))
ON CONFLICT (register_id, digest) DO NOTHING;

-- document_drop_kept_about: and is known no more
DELETE FROM document_kept WHERE register_id = $1 AND (fact IN (SELECT fact FROM journal_fact WHERE register_id = $1 AND person = $2)
	OR of_many = 1 OR (bsn_mark <> '' AND bsn_mark IN (SELECT COALESCE(bsn_mark, '') FROM person_vault WHERE register_id = $1 AND person = $2)));
