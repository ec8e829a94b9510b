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

-- funding_add_statement: a party states what it delivered in a year
INSERT INTO funding_statement (register_id, statement, scheme, agreement, year, party, cents, clients, audit, auditor, words, stated_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- funding_add_payment: something was paid
INSERT INTO funding_payment (register_id, payment, scheme, year, party, sort, cents, paid_on, reference)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- funding_add_settlement: a year was settled with a party
INSERT INTO funding_settlement (register_id, settlement, scheme, agreement, form, year, party, statement, committed_cents,
	delivered_cents, claimed_cents, approved_cents, stated_cents, advance_cents, paid_cents, result_cents, party_cents,
	municipality_cents, due_cents, balance_cents, rounding, made_on, made_by, ended_on, ended_because, signed_on, signed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, '', $24, '');

-- funding_add_settled_part: what of it is an area's
INSERT INTO funding_settled_part (register_id, settlement, place, area, due_cents, balance_cents) VALUES ($1, $2, $3, $4, $5, $6);

-- funding_withdraw_settlement: it is taken back
UPDATE funding_settlement SET ended_on = $3, ended_because = $4 WHERE register_id = $1 AND settlement = $2;

-- funding_sign_settlement: finance signed it
UPDATE funding_settlement SET signed_on = $3, signed_by = $4 WHERE register_id = $1 AND settlement = $2;

-- funding_statements: what parties stated of a year by a day, the last one of each
SELECT s.statement, s.party, s.agreement, s.cents, s.clients, s.audit, s.auditor, s.words, s.stated_on FROM funding_statement s
WHERE s.register_id = $1 AND s.scheme = $2 AND s.year = $3 AND s.stated_on <= $4 AND s.statement = (
	SELECT MAX(n.statement) FROM funding_statement n WHERE n.register_id = $1 AND n.scheme = $2 AND n.year = $3
		AND n.party = s.party AND n.stated_on <= $4)
ORDER BY s.party;

-- funding_payments: what was paid over a year by a day
SELECT payment, party, sort, cents, paid_on, reference FROM funding_payment
WHERE register_id = $1 AND scheme = $2 AND year = $3 AND paid_on <= $4 ORDER BY party, paid_on, payment;

-- funding_settlements: the settlements of a year that stood on a day
SELECT s.settlement, s.scheme, s.agreement, s.form, s.year, s.party, s.statement, s.committed_cents AS committed,
	s.delivered_cents AS delivered, s.claimed_cents AS claimed, s.approved_cents AS approved, s.stated_cents AS stated,
	s.advance_cents AS advance, s.paid_cents AS paid, s.result_cents AS result, s.party_cents AS party_bears,
	s.municipality_cents AS municipality_bears, s.due_cents AS due, s.balance_cents AS balance, s.rounding, s.made_on,
	s.made_by, s.ended_on, s.signed_on, COALESCE(a.name, s.signed_by) AS signed_by
FROM funding_settlement s LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.signed_by
WHERE s.register_id = $1 AND s.scheme = $2 AND s.year = $3 AND s.made_on <= $4 AND s.ended_on > $4 ORDER BY s.party;

-- funding_settlement_of: one of them
SELECT s.settlement, s.scheme, s.agreement, s.form, s.year, s.party, s.statement, s.committed_cents AS committed,
	s.delivered_cents AS delivered, s.claimed_cents AS claimed, s.approved_cents AS approved, s.stated_cents AS stated,
	s.advance_cents AS advance, s.paid_cents AS paid, s.result_cents AS result, s.party_cents AS party_bears,
	s.municipality_cents AS municipality_bears, s.due_cents AS due, s.balance_cents AS balance, s.rounding, s.made_on,
	s.made_by, s.ended_on, s.signed_on, s.signed_by
FROM funding_settlement s WHERE s.register_id = $1 AND s.settlement = $2;

-- funding_settled_parts: the parts of a settlement
SELECT area, due_cents AS due, balance_cents AS balance FROM funding_settled_part WHERE register_id = $1 AND settlement = $2
ORDER BY place;

-- funding_set_of_year: the newest budget of a scheme and a year that was set by a day
SELECT run FROM funding_run WHERE register_id = $1 AND scheme = $2 AND year = $3 AND set_on <= $4 ORDER BY version DESC LIMIT 1;

-- funding_add_step: how heavy the help of an order is from a day on
INSERT INTO funding_step (register_id, assignment, valid_from, fact, step) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (register_id, assignment, valid_from) DO UPDATE SET fact = excluded.fact, step = excluded.step;

-- funding_add_member: what a member gets of what its combination gets
INSERT INTO funding_member (register_id, agreed, place, party, valid_from, member, percent) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- funding_members: how a combination divides what it gets, on a day
SELECT m.member, m.percent FROM funding_member m WHERE m.register_id = $1 AND m.party = $2 AND m.agreed = (
	SELECT n.agreed FROM funding_member n WHERE n.register_id = $1 AND n.party = $2 AND n.valid_from <= $3
	ORDER BY n.valid_from DESC, n.agreed DESC LIMIT 1)
ORDER BY m.place;
