-- laboratory_help: all help that was granted to somebody, with who delivers it; '' while nobody does
SELECT a.person, a.product, a.deliverer, a.party, a.valid_from, a.valid_until, v.born, v.postcode, v.house_number
FROM assignment_assignment a JOIN person_vault v ON v.register_id = a.register_id AND v.person = a.person
WHERE a.register_id = $1
UNION ALL
SELECT w.person, w.product, '', '', w.valid_from, w.valid_until, v.born, v.postcode, v.house_number
FROM assignment_waiting w JOIN person_vault v ON v.register_id = w.register_id AND v.person = w.person
WHERE w.register_id = $1
ORDER BY 1, 2, 5, 6;

-- laboratory_clients: who helps whom on a day, and where they live
SELECT d.person, d.party, d.product, v.postcode, v.house_number FROM assignment_delivery d
JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person
WHERE d.register_id = $1 AND d.valid_from <= $2 AND d.valid_until > $2 ORDER BY d.person, d.party, d.product;

-- laboratory_add_plan: somebody asks the solver for a plan
INSERT INTO laboratory_plan (register_id, number, scheme, asked_at, account, areas, bids, max_per_party, per_area, seconds, state, leased_until,
	took_ms, plan, total, is_optimal, gap_millis, concentration, why)
SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked', 0, 0, '', '', 0, 0, 0, '' FROM laboratory_plan
WHERE register_id = $1
RETURNING number;

-- laboratory_plans: the last plans of a register, the newest first
SELECT p.number, p.scheme, p.asked_at, COALESCE(a.name, p.account) AS name, p.max_per_party, p.per_area, p.seconds, p.state, p.took_ms,
	p.plan, p.total, p.is_optimal, p.gap_millis, p.concentration, p.why
FROM laboratory_plan p LEFT JOIN access_account a ON a.register_id = p.register_id AND a.account = p.account
WHERE p.register_id = $1 ORDER BY p.number DESC LIMIT 20;

-- laboratory_plan: one of them
SELECT p.number, p.scheme, p.asked_at, COALESCE(a.name, p.account) AS name, p.max_per_party, p.per_area, p.seconds, p.state, p.took_ms,
	p.plan, p.total, p.is_optimal, p.gap_millis, p.concentration, p.why
FROM laboratory_plan p LEFT JOIN access_account a ON a.register_id = p.register_id AND a.account = p.account
WHERE p.register_id = $1 AND p.number = $2;

-- laboratory_plans_waiting: whether there is anything to solve, without writing
SELECT COUNT(*) FROM laboratory_plan WHERE state = 'asked' OR (state = 'making' AND leased_until < $1);

-- laboratory_take_plan: the next one to solve, or one whose solver is gone
UPDATE laboratory_plan SET state = 'making', leased_until = $2
WHERE (register_id, number) = (
	SELECT register_id, number FROM laboratory_plan WHERE state = 'asked' OR (state = 'making' AND leased_until < $1)
	ORDER BY asked_at, register_id, number LIMIT 1)
RETURNING register_id, number, areas, bids, max_per_party, per_area, seconds;

-- laboratory_end_plan: what came of it
UPDATE laboratory_plan SET state = $3, leased_until = 0, took_ms = $4, plan = $5, total = $6, is_optimal = $7, gap_millis = $8,
	concentration = $9, why = $10
WHERE register_id = $1 AND number = $2;
