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

-- investigation_open_topic: a topic that this question needs
INSERT INTO investigation_topic (register_id, report, topic, life_domain, opened, person, opened_on, need)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- investigation_examine_topic: what came out of it
UPDATE investigation_topic SET examined_on = $5, found = $6
WHERE register_id = $1 AND report = $2 AND topic = $3 AND life_domain = $4;

-- investigation_topics_of: the opened topics of a report, a to g
SELECT topic, life_domain, need, found, opened_on, examined_on FROM investigation_topic
WHERE register_id = $1 AND report = $2 ORDER BY topic, opened, life_domain;

-- investigation_add_housemate: somebody who lives with a client
INSERT INTO investigation_housemate (register_id, person, housemate, recorded_on, relation, age_band, client, helps, what, why_not)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- investigation_housemates_of: who live with a client, newest first
SELECT housemate, client, relation, age_band, helps, what, why_not, recorded_on FROM investigation_housemate
WHERE register_id = $1 AND person = $2 ORDER BY housemate DESC;

-- investigation_others_at_address: the other clients at the address of a client
SELECT o.person, o.initials, o.prefix, o.surname FROM person_vault me
JOIN person_vault o ON o.register_id = me.register_id AND o.postcode = me.postcode AND o.house_number = me.house_number
	AND lower(o.house_addition) = lower(me.house_addition) AND o.person <> me.person
WHERE me.register_id = $1 AND me.person = $2 ORDER BY o.person LIMIT 20;

-- investigation_add_help: help outside a provision
INSERT INTO investigation_help (register_id, help, report, person, found_on, source, who, what, how_often, capacity, review_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- investigation_review_help: somebody looked whether it still works
UPDATE investigation_help SET reviewed_on = $3, holds = $4, words = $5, review_on = COALESCE($6, review_on)
WHERE register_id = $1 AND help = $2;

-- investigation_help_of_person: the help of a client outside provisions, newest first
SELECT help, report, person, source, who, what, how_often, capacity, holds, words, found_on, review_on, reviewed_on
FROM investigation_help WHERE register_id = $1 AND person = $2 ORDER BY help DESC;

-- investigation_help_by_number: one of them
SELECT help, report, person, source, who, what, how_often, capacity, holds, words, found_on, review_on, reviewed_on
FROM investigation_help WHERE register_id = $1 AND help = $2;

-- investigation_add_partner: a partner was consulted
INSERT INTO investigation_partner (register_id, consulted, report, person, consulted_on, partner, why, consent, consent_by,
	consent_on, consent_how, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- investigation_partners_of: who were consulted about a report
SELECT partner, why, consent, consent_by, consent_how, outcome, consulted_on, consent_on, consulted, withdrawn_on,
	CASE WHEN consent = 'given' AND withdrawn_on IS NULL THEN 1 ELSE 0 END AS may_withdraw
FROM investigation_partner WHERE register_id = $1 AND report = $2 ORDER BY consulted;

-- investigation_consents_of: what a person gave consent for, newest first
SELECT consulted, partner, consent_on, withdrawn_on FROM investigation_partner
WHERE register_id = $1 AND person = $2 AND consent = 'given' ORDER BY consulted DESC;

-- investigation_taken_back: the last consent for a partner that a person took back
SELECT withdrawn_on, consent_on FROM investigation_partner
WHERE register_id = $1 AND person = $2 AND partner = $3 AND withdrawn_on IS NOT NULL ORDER BY withdrawn_on DESC, consent_on DESC LIMIT 1;

-- investigation_withdraw_consent: a consent ended
UPDATE investigation_partner SET withdrawn_on = $4 WHERE register_id = $1 AND person = $2 AND consulted = $3;

-- investigation_add_remark: what the resident says of the report
INSERT INTO investigation_remark (register_id, remark, report, person, received_on, remarks, answer)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- investigation_remarks_of: what the resident said of the report of an investigation
SELECT remarks, answer, received_on FROM investigation_remark WHERE register_id = $1 AND report = $2 ORDER BY remark;
