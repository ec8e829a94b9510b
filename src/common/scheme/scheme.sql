-- scheme_add_version: a version of a scheme was adopted
INSERT INTO scheme_version (register_id, scheme, fact, adopted_on, text) VALUES ($1, $2, $3, $4, $5);

-- scheme_in_force: the version of each scheme in each register that is in force on a day, of which a demonstration has its own
SELECT v.register_id, v.scheme, v.fact, v.text, v.adopted_on FROM scheme_version v
LEFT JOIN journal_register r ON r.register_id = v.register_id
WHERE v.fact = (SELECT MAX(n.fact) FROM scheme_version n WHERE n.register_id = v.register_id AND n.scheme = v.scheme
	AND n.adopted_on <= CASE WHEN $2 = 1 THEN $1 ELSE COALESCE(r.demo_day, $1) END)
ORDER BY v.register_id, v.scheme;

-- scheme_count: how many versions and changes there are, to see whether one was added
SELECT (SELECT COUNT(*) FROM scheme_version), (SELECT COUNT(*) FROM lane_change);

-- scheme_version_on: the version of a scheme that is in force on a day
SELECT fact, text FROM scheme_version WHERE register_id = $1 AND scheme = $2 AND adopted_on <= $3
ORDER BY fact DESC LIMIT 1;

-- scheme_coming: the first day after a day from which a version holds that is newer than the one of that day; or no day
SELECT MIN(adopted_on) FROM scheme_version WHERE register_id = $1 AND scheme = $2 AND adopted_on > $3 AND fact > $4;

-- scheme_versions: the versions of a scheme, newest first, with who adopted them
SELECT v.fact, v.scheme, v.adopted_on AS holds_from, f.recorded_at, COALESCE(a.name, f.account) AS adopted_by
FROM scheme_version v JOIN journal_fact f ON f.register_id = v.register_id AND f.fact = v.fact
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE v.register_id = $1 AND v.scheme = $2 ORDER BY v.fact DESC;

-- scheme_version_body: a version of a scheme as its fact has it
SELECT v.fact, v.scheme, v.adopted_on AS holds_from, f.recorded_at, COALESCE(a.name, f.account) AS adopted_by, f.body
FROM scheme_version v JOIN journal_fact f ON f.register_id = v.register_id AND f.fact = v.fact
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE v.register_id = $1 AND v.scheme = $2 AND v.fact = $3;

-- scheme_names: the schemes of which a version was ever adopted
SELECT DISTINCT scheme FROM scheme_version WHERE register_id = $1 ORDER BY scheme;

-- scheme_residences: the postcode of everybody on a day, as place, by person
SELECT v.person, COALESCE((SELECT f.postcode FROM person_former_address f
		WHERE f.register_id = v.register_id AND f.person = v.person AND f.until_on > $2 ORDER BY f.until_on LIMIT 1), v.postcode) AS place
FROM person_vault v WHERE v.register_id = $1 ORDER BY v.person;
