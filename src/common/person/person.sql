-- person_add: a new person in the vault
INSERT INTO person_vault (register_id, person, surname, prefix, initials, first_names, sex, born, street, house_number,
	house_addition, postcode, place, phone, search_name, bsn_sealed, bsn_mark, born_unknown, died)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

-- person_identity: who somebody is, without BSN, with the address of a day
SELECT v.surname, v.prefix, v.initials, v.first_names, v.sex, v.born, v.born_unknown, v.phone, COALESCE(f.street, v.street) AS street,
	COALESCE(f.house_number, v.house_number) AS house_number, COALESCE(f.house_addition, v.house_addition) AS house_addition,
	COALESCE(f.postcode, v.postcode) AS postcode, COALESCE(f.place, v.place) AS place
FROM person_vault v
LEFT JOIN person_former_address f ON f.register_id = v.register_id AND f.person = v.person AND f.until_on = (
	SELECT MIN(until_on) FROM person_former_address n WHERE n.register_id = $1 AND n.person = $2 AND n.until_on > $3)
WHERE v.register_id = $1 AND v.person = $2;

-- person_last_move: the first day at the newest address
SELECT MAX(until_on) FROM person_former_address WHERE register_id = $1 AND person = $2;

-- person_keep_address: the address that somebody leaves on a day
INSERT INTO person_former_address (register_id, person, until_on, street, house_number, house_addition, postcode, place)
SELECT register_id, person, $3, street, house_number, house_addition, postcode, place FROM person_vault
WHERE register_id = $1 AND person = $2;

-- person_set_address: the newest address
UPDATE person_vault SET street = $3, house_number = $4, house_addition = $5, postcode = $6, place = $7
WHERE register_id = $1 AND person = $2;

-- person_sealed_bsn: the encrypted BSN
SELECT bsn_sealed FROM person_vault WHERE register_id = $1 AND person = $2;

-- person_has_bsn: whether somebody's BSN is known
SELECT 1 FROM person_vault WHERE register_id = $1 AND person = $2 AND bsn_mark IS NOT NULL;

-- person_any_bsn: whether a BSN was ever sealed with this database's key
SELECT 1 FROM person_vault WHERE bsn_mark IS NOT NULL LIMIT 1;

-- person_with_bsn: who has this BSN already
SELECT person FROM person_vault WHERE register_id = $1 AND bsn_mark = $2;

-- person_set_died: somebody died on this day, as YYYYMMDD with zeros where unknown
UPDATE person_vault SET died = $3 WHERE register_id = $1 AND person = $2;

-- person_died: whether and when somebody died
SELECT died FROM person_vault WHERE register_id = $1 AND person = $2;

-- person_alike: people of this name, birth and address, those without a BSN first; found by birth and name
SELECT person, CASE WHEN bsn_mark IS NULL THEN 0 ELSE 1 END AS has_bsn FROM person_vault
WHERE register_id = $1 AND born = $5 AND search_name = $2 AND prefix = $3 AND first_names = $4 AND born_unknown = $6
	AND postcode = $7 AND house_number = $8 AND house_addition = $9 ORDER BY has_bsn, person;

-- person_set_bsn: the BSN came later
UPDATE person_vault SET bsn_sealed = $3, bsn_mark = $4 WHERE register_id = $1 AND person = $2;

-- person_known: the next people about whom there was a fact by a number; a BSN that was recorded after it is left out
SELECT v.person, v.surname, v.prefix, v.initials, v.first_names, v.sex, v.born, v.street, v.house_number, v.house_addition,
	v.postcode, v.place, v.phone, v.search_name, v.bsn_sealed, v.bsn_mark, v.born_unknown, v.died,
	CASE WHEN EXISTS (SELECT 1 FROM journal_fact b
			WHERE b.register_id = $1 AND b.person = v.person AND b.kind = 'bsn_recorded' AND b.fact > $2)
		AND NOT EXISTS (SELECT 1 FROM journal_fact b
			WHERE b.register_id = $1 AND b.person = v.person AND b.kind = 'bsn_recorded' AND b.fact <= $2)
		THEN 1 ELSE 0 END AS is_later
FROM person_vault v
WHERE v.register_id = $1 AND v.person > $3 AND EXISTS (
	SELECT 1 FROM journal_fact f WHERE f.register_id = $1 AND f.person = v.person AND f.fact <= $2)
ORDER BY v.person LIMIT 1000;

-- person_find_by_name: surname begins with, in a range of the index
SELECT person, initials, prefix, surname, born, born_unknown, street, house_number, place FROM person_vault
WHERE register_id = $1 AND search_name >= $2 AND search_name < $3 ORDER BY search_name, person LIMIT 50;

-- person_find_by_birth: born on a day, surname begins with
SELECT person, initials, prefix, surname, born, born_unknown, street, house_number, place FROM person_vault
WHERE register_id = $1 AND born = $4 AND search_name >= $2 AND search_name < $3 ORDER BY search_name, person LIMIT 50;

-- person_find_known: as person_find_by_name, who was known on a day: something about them held then or before
SELECT v.person, v.initials, v.prefix, v.surname, v.born, v.born_unknown, v.street, v.house_number, v.place FROM person_vault v
WHERE v.register_id = $1 AND v.search_name >= $2 AND v.search_name < $3 AND EXISTS (
	SELECT 1 FROM journal_fact f WHERE f.register_id = $1 AND f.person = v.person AND f.valid_on <= $4)
ORDER BY v.search_name, v.person LIMIT 50;

-- person_find_known_by_birth: as person_find_by_birth, who was known on a day
SELECT v.person, v.initials, v.prefix, v.surname, v.born, v.born_unknown, v.street, v.house_number, v.place FROM person_vault v
WHERE v.register_id = $1 AND v.born = $5 AND v.search_name >= $2 AND v.search_name < $3 AND EXISTS (
	SELECT 1 FROM journal_fact f WHERE f.register_id = $1 AND f.person = v.person AND f.valid_on <= $4)
ORDER BY v.search_name, v.person LIMIT 50;

-- person_add_relation: somebody around a client, under the fact that names them
INSERT INTO person_relation (register_id, relation, name, organisation, street, house_number, house_addition, postcode, place,
	phone, email)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- person_relation: somebody around a client
SELECT name, organisation, street, house_number, house_addition, postcode, place, phone, email FROM person_relation
WHERE register_id = $1 AND relation = $2;

-- person_known_relations: those that a fact up to a number names
SELECT relation, name, organisation, street, house_number, house_addition, postcode, place, phone, email FROM person_relation
WHERE register_id = $1 AND relation <= $2 ORDER BY relation;

-- person_add_departure: somebody is no longer here to be helped
INSERT INTO person_departure (register_id, person, sort, departed_on, ended_on) VALUES ($1, $2, $3, $4, $5);

-- person_departure: whether somebody is, since when and why
SELECT sort, departed_on, ended_on FROM person_departure WHERE register_id = $1 AND person = $2;

-- person_drop_departure: somebody did not leave after all
DELETE FROM person_departure WHERE register_id = $1 AND person = $2;

-- person_add_stay: somebody is away from home
INSERT INTO person_stay (register_id, person, away_from, until, expected_on, fact) VALUES ($1, $2, $3, '9999-12-31', $4, $5);

-- person_end_stay: and home again
UPDATE person_stay SET until = $3 WHERE register_id = $1 AND person = $2 AND until = '9999-12-31';

-- person_stay: the stay of somebody around a day
SELECT person, away_from, until, expected_on FROM person_stay
WHERE register_id = $1 AND person = $2 AND away_from <= $3 AND until > $3 ORDER BY fact DESC LIMIT 1;

-- person_stays: who is away on a day
SELECT person, away_from, until, expected_on FROM person_stay
WHERE register_id = $1 AND away_from <= $2 AND until > $2 ORDER BY person;

-- person_add_representative: somebody represents a client
INSERT INTO person_representative (register_id, person, representative, sort, place, ground, letters, valid_from, valid_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- person_end_representative: and does so no longer from a day on
UPDATE person_representative SET valid_until = $4 WHERE register_id = $1 AND person = $2 AND representative = $3;

-- person_representatives: all representatives of a client, who goes before first
SELECT representative, sort, place, ground, letters, valid_from, valid_until FROM person_representative
WHERE register_id = $1 AND person = $2 ORDER BY place, representative DESC;

-- person_representative_on: who acts for a client on a day
SELECT representative, sort, place, ground, letters, valid_from, valid_until FROM person_representative
WHERE register_id = $1 AND person = $2 AND valid_from <= $3 AND valid_until > $3 ORDER BY place, representative DESC LIMIT 1;

-- person_add_doubles: who else has this birth date with this name or address, and may be this person under another number; twenty at most
INSERT INTO person_double (register_id, person, other, same_name, same_address, same_bsn)
SELECT m.register_id, CASE WHEN o.person < m.person THEN o.person ELSE m.person END,
	CASE WHEN o.person < m.person THEN m.person ELSE o.person END,
	CASE WHEN o.search_name = m.search_name THEN 1 ELSE 0 END,
	CASE WHEN o.postcode <> '' AND o.postcode = m.postcode AND o.house_number = m.house_number
		AND o.house_addition = m.house_addition THEN 1 ELSE 0 END, 0
FROM person_vault m
JOIN person_vault o ON o.register_id = m.register_id AND o.born = m.born AND o.person <> m.person
WHERE m.register_id = $1 AND m.person = $2 AND (o.search_name = m.search_name OR (o.postcode <> '' AND o.postcode = m.postcode
	AND o.house_number = m.house_number AND o.house_addition = m.house_addition)) LIMIT 20
ON CONFLICT (register_id, person, other) DO UPDATE SET same_address =
	CASE WHEN excluded.same_address = 1 THEN 1 ELSE person_double.same_address END;

-- person_add_double_bsn: the BSN of the one was given for the other
INSERT INTO person_double (register_id, person, other, same_name, same_address, same_bsn) VALUES ($1, $2, $3, 0, 0, 1)
ON CONFLICT (register_id, person, other) DO UPDATE SET same_bsn = 1;

-- person_pairs: who may be one person, and nobody said yet; behind a pair
SELECT d.person, d.other, d.same_name, d.same_address, d.same_bsn, a.born, a.initials, a.prefix, a.surname, a.street,
	a.house_number, a.place, b.born AS other_born, b.initials AS other_initials, b.prefix AS other_prefix,
	b.surname AS other_surname, b.street AS other_street, b.house_number AS other_house_number, b.place AS other_place
FROM person_double d
JOIN person_vault a ON a.register_id = d.register_id AND a.person = d.person
JOIN person_vault b ON b.register_id = d.register_id AND b.person = d.other
WHERE d.register_id = $1 AND (d.person, d.other) > ($2, $3) AND NOT EXISTS (
	SELECT 1 FROM person_sameness s
	WHERE s.register_id = $1 AND s.lower_person = d.person AND s.higher_person = d.other)
ORDER BY d.person, d.other LIMIT 50;

-- person_count_pairs: how many of them there are
SELECT COUNT(*) FROM person_double d WHERE d.register_id = $1 AND NOT EXISTS (
	SELECT 1 FROM person_sameness s
	WHERE s.register_id = $1 AND s.lower_person = d.person AND s.higher_person = d.other);

-- person_has_pair: whether somebody may be in the register twice, and nobody said yet
SELECT 1 FROM person_double d WHERE d.register_id = $1 AND (d.person = $2 OR d.other = $2) AND NOT EXISTS (
	SELECT 1 FROM person_sameness s
	WHERE s.register_id = $1 AND s.lower_person = d.person AND s.higher_person = d.other)
LIMIT 1;

-- person_sameness: the newest word about two numbers
SELECT is_same FROM person_sameness WHERE register_id = $1 AND lower_person = $2 AND higher_person = $3;

-- person_set_sameness: what was said of two numbers
INSERT INTO person_sameness (register_id, lower_person, higher_person, is_same, stays, fact, said_on)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (register_id, lower_person, higher_person) DO UPDATE SET is_same = excluded.is_same, stays = excluded.stays,
	fact = excluded.fact, said_on = excluded.said_on;

-- person_number_stays: the number that came in the place of this one
SELECT stays FROM person_sameness
WHERE register_id = $1 AND (lower_person = $2 OR higher_person = $2) AND is_same = 1 AND stays <> $2 ORDER BY stays LIMIT 1;

-- person_same_as: the other numbers that are said to be this person
SELECT CASE WHEN lower_person = $2 THEN higher_person ELSE lower_person END AS other FROM person_sameness
WHERE register_id = $1 AND (lower_person = $2 OR higher_person = $2) AND is_same = 1 ORDER BY other;
