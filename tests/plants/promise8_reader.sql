-- promise 8: somebody who is no account read a file
INSERT INTO access_read (register_id, person, read_at, file, place, account, page)
SELECT register_id, MIN(person), 1684137600, 'planted', 0, 'niemand', '/clients/N' FROM person_vault GROUP BY register_id;
