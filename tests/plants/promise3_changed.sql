-- promise 3 6 10: support ended two days after the decision, without the notice and without a reason, and no fact says it
INSERT INTO decision_later (register_id, person, later, report, decision, line, sort, product, decided_on, effective_from, ends_from,
	notice_until, ground, without_notice, why_without, decided_by, mandate, reasons, objection_until)
SELECT register_id, person, 0, report, decision, 0, 'ended', 'huishoudelijke-hulp', '2023-05-01', '2023-05-03', '2023-05-03',
	'2023-05-15', 'not_needed', '', '', 'Bas Besluit', '', 'x', '2023-06-12' FROM decision_decision
WHERE decision = (SELECT MIN(decision) FROM decision_decision);
