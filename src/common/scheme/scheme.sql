-- scheme_add_version: a version of a scheme was adopted
INSERT INTO scheme_version (register_id, scheme, fact, adopted_on, text) VALUES ($1, $2, $3, $4, $5);

-- scheme_newest: the newest version of each scheme in each register
SELECT register_id, scheme, fact, text FROM scheme_version v
WHERE fact = (SELECT MAX(fact) FROM scheme_version n WHERE n.register_id = v.register_id AND n.scheme = v.scheme)
ORDER BY register_id, scheme;

-- scheme_count: how many versions and changes there are, to see whether one was added
SELECT (SELECT COUNT(*) FROM scheme_version), (SELECT COUNT(*) FROM lane_change);
