-- lane_add_change: something happened that changes who may deliver
INSERT INTO lane_change (register_id, scheme, fact, sort, valid_from, valid_until, agreement, party, other, label, agb,
	products, areas)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- lane_changes: what happened to the parties of a scheme, in order
SELECT scheme, fact, sort, valid_from, valid_until, agreement, party, other, label, agb, products, areas
FROM lane_change WHERE register_id = $1 AND scheme = $2 ORDER BY valid_from, fact;

-- lane_close_intake: a party takes no new clients
INSERT INTO lane_intake (register_id, party, fact, products, valid_from, valid_until, reason, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- lane_drop_intakes: a stop that would have begun later is none
DELETE FROM lane_intake WHERE register_id = $1 AND party = $2 AND valid_from >= $3;

-- lane_open_intakes: a party takes new clients again from a day
UPDATE lane_intake SET valid_until = $3 WHERE register_id = $1 AND party = $2 AND valid_until > $3;

-- lane_intakes: who takes no new clients, of one party or of all
SELECT party, fact, products, valid_from, valid_until, reason, words FROM lane_intake
WHERE register_id = $1 AND (party = $2 OR $2 = '') AND valid_until > $3 ORDER BY party, valid_from, fact;
