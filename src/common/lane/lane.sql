-- lane_add_change: something happened that changes who may deliver
INSERT INTO lane_change (register_id, scheme, fact, sort, valid_from, valid_until, agreement, party, other, label, agb,
	products, areas)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- lane_changes: what happened to the parties of a scheme, in order
SELECT scheme, fact, sort, valid_from, valid_until, agreement, party, other, label, agb, products, areas
FROM lane_change WHERE register_id = $1 AND scheme = $2 ORDER BY valid_from, fact;
