-- Until when an order was claimed, so that a line over later days need not be looked for among all earlier ones.
ALTER TABLE claim_sum ADD COLUMN claimed_until DATE; -- the last day of all approved debits; those taken back too
UPDATE claim_sum SET claimed_until = (SELECT MAX(last_day) FROM claim_line l WHERE l.register_id = claim_sum.register_id
	AND l.assignment = claim_sum.assignment AND l.is_credit = 0 AND l.codes = '');
