-- promise 10: a scheme is in force that nobody adopted
INSERT INTO scheme_version (register_id, scheme, fact, adopted_on, text)
SELECT register_id, scheme, 0, adopted_on, text FROM scheme_version;
