-- plan_strike_norm: a norm set is no ground for decisions any more
INSERT INTO plan_struck_norm (register_id, norm_set, struck, valid_from, why, ruling) VALUES ($1, $2, $3, $4, $5, $6);

-- plan_struck_norm: from when a norm set is no ground any more
SELECT norm_set, valid_from, why, ruling FROM plan_struck_norm WHERE register_id = $1 AND norm_set = $2;
