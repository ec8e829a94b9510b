-- promise 10: a task from a fact that is not in the journal
INSERT INTO journal_task (register_id, fact, number, person, corner, code, since)
SELECT register_id, 999999, 1, MIN(person), 'contract', 'order-bsn', '2023-05-01' FROM person_vault GROUP BY register_id;
