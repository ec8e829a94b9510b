-- funding_add_run: a budget was divided
INSERT INTO funding_run (register_id, run, scheme, scheme_fact, agreement, year, version, total_cents, population, formula, rounding,
	digest, reason, made_on, made_by, set_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- funding_add_part: what a party gets for an area
INSERT INTO funding_part (register_id, run, place, party, district, cents, undamped_cents) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- funding_add_before: what a party had the year before
INSERT INTO funding_before (register_id, run, party, cents) VALUES ($1, $2, $3, $4);

-- funding_add_signature: a corner signs a run
INSERT INTO funding_signature (register_id, run, corner, account, signed_on) VALUES ($1, $2, $3, $4, $5);

-- funding_set_run: a run holds from now on
UPDATE funding_run SET set_on = $3 WHERE register_id = $1 AND run = $2;

-- funding_add_spent: what a party spent by a day
INSERT INTO funding_spent (register_id, run, party, spent_until, cents, reached, stated_on) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- funding_add_signal: a ceiling comes near
INSERT INTO funding_signal (register_id, signal, run, party, percent, signalled_on, talked_on, talked_about)
VALUES ($1, $2, $3, $4, $5, $6, $7, '');

-- funding_talk: it was talked about
UPDATE funding_signal SET talked_on = $3, talked_about = $4 WHERE register_id = $1 AND signal = $2;

-- funding_runs: the runs that there were on a day, newest year and version first
SELECT r.run, r.scheme, r.scheme_fact, r.agreement, r.year, r.version, r.total_cents AS total, r.population, r.formula, r.rounding,
	r.digest, r.reason, r.made_on, r.set_on, COALESCE(a.name, r.made_by) AS made_by
FROM funding_run r LEFT JOIN access_account a ON a.register_id = r.register_id AND a.account = r.made_by
WHERE r.register_id = $1 AND r.made_on <= $2 ORDER BY r.year DESC, r.scheme, r.version DESC LIMIT 200;

-- funding_run: one run
SELECT r.run, r.scheme, r.scheme_fact, r.agreement, r.year, r.version, r.total_cents AS total, r.population, r.formula, r.rounding,
	r.digest, r.reason, r.made_on, r.set_on, COALESCE(a.name, r.made_by) AS made_by
FROM funding_run r LEFT JOIN access_account a ON a.register_id = r.register_id AND a.account = r.made_by
WHERE r.register_id = $1 AND r.run = $2;

-- funding_newest: the newest version of a year's budget, with its digest, and whether any of them was set
SELECT COALESCE(MAX(version), 0), COALESCE((SELECT n.digest FROM funding_run n WHERE n.register_id = $1 AND n.scheme = $2
	AND n.year = $3 ORDER BY n.version DESC LIMIT 1), ''), COALESCE(MIN(set_on), $4)
FROM funding_run WHERE register_id = $1 AND scheme = $2 AND year = $3;

-- funding_parts: the parts of a run
SELECT party, district, cents, undamped_cents AS undamped FROM funding_part WHERE register_id = $1 AND run = $2 ORDER BY place;

-- funding_had: what each party had in a year, by the newest budget that was set
SELECT p.party, SUM(p.cents) AS cents FROM funding_part p WHERE p.register_id = $1 AND p.run = (
	SELECT r.run FROM funding_run r WHERE r.register_id = $1 AND r.scheme = $2 AND r.year = $3 AND r.set_on < $4
	ORDER BY r.version DESC LIMIT 1)
GROUP BY p.party ORDER BY MIN(p.place);

-- funding_before_of: what each party had the year before, as a run saw it
SELECT party, cents FROM funding_before WHERE register_id = $1 AND run = $2 ORDER BY party;

-- funding_signatures: who signed a run by a day
SELECT s.corner, s.account, COALESCE(a.name, s.account) AS name, s.signed_on FROM funding_signature s
LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.account
WHERE s.register_id = $1 AND s.run = $2 AND s.signed_on <= $3 ORDER BY s.signed_on, s.corner;

-- funding_spent_of: what was spent of a run by the day that was stated last, per party
SELECT s.party, s.spent_until, s.cents, s.reached FROM funding_spent s
WHERE s.register_id = $1 AND s.run = $2 AND s.stated_on <= $3 AND s.spent_until = (SELECT MAX(n.spent_until) FROM funding_spent n
	WHERE n.register_id = s.register_id AND n.run = s.run AND n.party = s.party AND n.stated_on <= $3)
ORDER BY s.party;

-- funding_signals: the talks that a ceiling opened by a day
SELECT signal, party, percent, signalled_on, talked_on, talked_about FROM funding_signal
WHERE register_id = $1 AND run = $2 AND signalled_on <= $3 ORDER BY signal;

-- funding_signal: one of them
SELECT signalled_on, talked_on FROM funding_signal WHERE register_id = $1 AND signal = $2;

-- funding_scheme_text: the scheme by whose keys a run was divided
SELECT text FROM scheme_version WHERE register_id = $1 AND scheme = $2 AND fact = $3;
