-- investigation_add: an investigation was concluded
INSERT INTO investigation_outcome (register_id, report, investigation, person, concluded_on, needs, own_strength, network,
	general_provisions, conclusion, network_helps, helper_who, helper_what, helper_how_long, helper_capacity, network_review_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- investigation_add_line: what remains, per product
INSERT INTO investigation_line (register_id, report, line, product, amount) VALUES ($1, $2, $3, $4, $5);

-- investigation_outcome: what was found after a report
SELECT report, investigation, concluded_on, needs, own_strength, network, general_provisions, conclusion,
	network_helps, helper_who, helper_what, helper_how_long, helper_capacity, network_review_on
FROM investigation_outcome WHERE register_id = $1 AND report = $2;

-- investigation_lines: what remains after a report, per product
SELECT product, amount FROM investigation_line WHERE register_id = $1 AND report = $2 ORDER BY line;
