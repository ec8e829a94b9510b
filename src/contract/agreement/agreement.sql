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

-- agreement_add_clause: what the agreement says about changing it
INSERT INTO agreement_clause (register_id, clause, agreement, sort, article, words, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- agreement_clauses: those of an agreement on a day
SELECT clause, sort, article, words, valid_from FROM agreement_clause
WHERE register_id = $1 AND agreement = $2 AND valid_from <= $3 ORDER BY article, clause;

-- agreement_add_ending: a party ends
INSERT INTO agreement_ending (register_id, agreement, party, fact, ends_on, why, reason, begun_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- agreement_endings: the parties of an agreement that end, as it was known on a day
SELECT party, ends_on, why, reason, begun_on FROM agreement_ending
WHERE register_id = $1 AND agreement = $2 AND begun_on <= $3 ORDER BY ends_on, party;

-- agreement_ending_of: whether a party ends, and when
SELECT ends_on FROM agreement_ending WHERE register_id = $1 AND agreement = $2 AND party = $3;

-- agreement_add_ended: a step of an ending was done
INSERT INTO agreement_ended (register_id, agreement, party, step, fact, done_on, words) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- agreement_ended_steps: what was done of all endings of an agreement
SELECT party, step, done_on, words FROM agreement_ended WHERE register_id = $1 AND agreement = $2 ORDER BY fact;

-- agreement_add_candidate: somebody was weighed as a subcontractor
INSERT INTO agreement_candidate (register_id, under, label, fact, size, brings, weighed_on, outcome, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- agreement_candidates: how the candidates of a register stood on a day
SELECT c.under, c.label, c.size, c.brings, c.weighed_on, c.outcome, c.reason FROM agreement_candidate c
WHERE c.register_id = $1 AND c.weighed_on <= $2 AND NOT EXISTS (SELECT 1 FROM agreement_candidate l
	WHERE l.register_id = c.register_id AND l.under = c.under AND l.label = c.label AND l.weighed_on <= $2
	AND (l.weighed_on > c.weighed_on OR (l.weighed_on = c.weighed_on AND l.fact > c.fact)))
ORDER BY c.under, c.label;

-- agreement_add_price: a price along the chain was checked
INSERT INTO agreement_price (register_id, chain_check, agreement, product, level, unit, under, party, checked_on, tariff_cents, real_cents,
	kept_cents, floor_cents, paid_cents, kept_for, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- agreement_prices: the checks of an agreement by a day, the newest first
SELECT chain_check, agreement, product, level, unit, under, party, checked_on, tariff_cents AS tariff, real_cents AS real_price,
	kept_cents AS kept, floor_cents AS floor_price, paid_cents AS paid, kept_for, source
FROM agreement_price WHERE register_id = $1 AND agreement = $2 AND checked_on <= $3 ORDER BY checked_on DESC, chain_check DESC LIMIT 200;

-- agreement_add_made: the agreement of a party that won
INSERT INTO agreement_made (register_id, made, scheme, agreement, party, tender, lot, bid, signed_on, valid_from, valid_until, options,
	products, areas, set_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- agreement_made_of: what was signed by a day, by party
SELECT party, tender, lot, bid, set_by, signed_on, valid_from, valid_until, options FROM agreement_made
WHERE register_id = $1 AND agreement = $2 AND signed_on <= $3 ORDER BY party, made;

-- agreement_add_due: something is still to be done after an award
INSERT INTO agreement_due (register_id, due, sort, agreement, party, parties, ends_on) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- agreement_due: what that is
SELECT sort, agreement, party, parties, ends_on FROM agreement_due WHERE register_id = $1 AND due = $2;

-- agreement_due_of: the last of a sort, of an agreement, of a party, or of both
SELECT due FROM agreement_due
WHERE register_id = $1 AND sort = $2 AND (agreement = $3 OR $3 = '') AND (party = $4 OR $4 = '') ORDER BY due DESC LIMIT 1;

-- agreement_made_areas: the areas for which a party signed, or one that it took over by a day
SELECT m.areas FROM agreement_made m WHERE m.register_id = $1 AND m.scheme = $2 AND m.agreement = $3
	AND (m.valid_until IS NULL OR m.valid_until > $5) AND (m.party = $4 OR m.party IN (SELECT c.other FROM lane_change c
	WHERE c.register_id = $1 AND c.scheme = $2 AND c.sort = 'succeeded' AND c.party = $4 AND c.valid_from <= $5))
ORDER BY m.made;

-- agreement_add_meeting: a meeting is called
INSERT INTO agreement_meeting (register_id, meeting, with_whom, party, subject, planned_on, planned_at, place, called_on, called_by, held_on,
	dropped_on, minutes, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, NULL, '', '');

-- agreement_hold_meeting: it was held
UPDATE agreement_meeting SET held_on = $3, minutes = $4 WHERE register_id = $1 AND meeting = $2;

-- agreement_drop_meeting: it does not go on
UPDATE agreement_meeting SET dropped_on = $3, reason = $4 WHERE register_id = $1 AND meeting = $2;

-- agreement_add_meeting_point: something on its agenda, or that came of it
INSERT INTO agreement_meeting_point (register_id, meeting, fact, place, sort, about, words, who, ready_by, is_for_municipality, noted_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- agreement_add_meeting_guest: somebody came, or did not
INSERT INTO agreement_meeting_guest (register_id, meeting, place, who, came) VALUES ($1, $2, $3, $4, $5);

-- agreement_meeting: one of them
SELECT meeting, with_whom, party, subject, planned_on, planned_at, place, called_on, called_by, held_on, dropped_on, minutes, reason
FROM agreement_meeting WHERE register_id = $1 AND meeting = $2;

-- agreement_meetings: those that were called by a day, the last first
SELECT meeting, with_whom, party, subject, planned_on, planned_at, place, called_on, called_by, held_on, dropped_on, minutes, reason
FROM agreement_meeting WHERE register_id = $1 AND called_on <= $2 ORDER BY planned_on DESC, meeting DESC LIMIT 1000;

-- agreement_meeting_points: of one meeting, by a day, in the order in which they were noted
SELECT meeting, sort, about, words, who, ready_by, is_for_municipality, noted_on FROM agreement_meeting_point
WHERE register_id = $1 AND meeting = $2 AND noted_on <= $3 ORDER BY sort, fact, place;

-- agreement_meeting_passed_on: what members passed on to the municipality since the last meeting with it was called
SELECT p.meeting, p.sort, p.about, p.words, p.who, p.ready_by, p.is_for_municipality, p.noted_on
FROM agreement_meeting_point p JOIN agreement_meeting m ON m.register_id = p.register_id AND m.meeting = p.meeting
WHERE p.register_id = $1 AND m.party = $2 AND p.is_for_municipality = 1 AND p.noted_on <= $3 AND NOT EXISTS (
	SELECT 1 FROM agreement_meeting l WHERE l.register_id = p.register_id AND l.party = m.party AND l.with_whom = 'municipality'
	AND l.meeting > p.fact AND l.called_on <= $3 AND l.dropped_on IS NULL)
ORDER BY p.fact, p.place;

-- agreement_meeting_guests: who came to one
SELECT meeting, who, came FROM agreement_meeting_guest WHERE register_id = $1 AND meeting = $2 ORDER BY place;
