-- agreement_add_event: something happened to an agreement, a party or an area
INSERT INTO agreement_event (register_id, scheme, fact, sort, valid_from, agreement, party, other, area, status, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- agreement_events: what happened in a scheme, in order
SELECT scheme, fact, sort, valid_from, agreement, party, other, area, status, reason
FROM agreement_event WHERE register_id = $1 AND scheme = $2 ORDER BY valid_from, fact;

-- agreement_clear_contact: whoever was named for the same day
DELETE FROM agreement_contact
WHERE register_id = $1 AND scheme = $2 AND party = $3 AND corner = $4 AND valid_from = $5;

-- agreement_end_contact: who spoke until a day
UPDATE agreement_contact SET valid_until = $5
WHERE register_id = $1 AND scheme = $2 AND party = $3 AND corner = $4 AND valid_from < $5 AND valid_until > $5;

-- agreement_add_contact: somebody speaks from a day, until the next one was named
INSERT INTO agreement_contact (register_id, scheme, party, corner, valid_from, valid_until, name)
SELECT $1, $2, $3, $4, $5, COALESCE((SELECT MIN(n.valid_from) FROM agreement_contact n WHERE n.register_id = $1
	AND n.scheme = $2 AND n.party = $3 AND n.corner = $4 AND n.valid_from > $5), $6), $7;

-- agreement_contact_on: who speaks for a party in a corner on a day
SELECT name FROM agreement_contact
WHERE register_id = $1 AND scheme = $2 AND party = $3 AND corner = $4 AND valid_from <= $5 AND valid_until > $5;

-- agreement_contacts: everybody who spoke for a party of a scheme before a day
SELECT party, corner, valid_from, valid_until, name FROM agreement_contact
WHERE register_id = $1 AND scheme = $2 AND valid_from <= $3 ORDER BY party, corner, valid_from;
