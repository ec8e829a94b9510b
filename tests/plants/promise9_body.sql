-- promise 9: somebody changed the reason that a fact was recorded for
UPDATE journal_fact SET why = 'een andere reden' WHERE fact = (SELECT MAX(fact) FROM journal_fact WHERE kind = 'report_received');
