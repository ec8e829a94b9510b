-- transition_add_handover: a client went from one member to another
INSERT INTO transition_handover (register_id, person, handover, assignment, handed_on, from_member, to_member, told_on, told_how,
	reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- transition_handovers_of: the handovers of a person, oldest first
SELECT handover, assignment, handed_on, from_member, to_member, told_on, told_how, reason FROM transition_handover
WHERE register_id = $1 AND person = $2 ORDER BY handover;

-- transition_take_step: a step of a search began, or ended
INSERT INTO transition_search (register_id, person, search, place, step, decision, line, assignment, party, started_on, ended_on,
	outcome, asked, members, reason, fact)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT (register_id, person, search, place) DO UPDATE SET ended_on = excluded.ended_on, outcome = excluded.outcome,
	asked = excluded.asked, members = excluded.members, reason = excluded.reason, fact = excluded.fact;

-- transition_searches_of: the steps of a person's searches, oldest search first
SELECT search, place, assignment, decision, line, step, party, outcome, asked, members, reason, started_on, ended_on
FROM transition_search WHERE register_id = $1 AND person = $2 ORDER BY search, place;

-- transition_add_move: a resident lives elsewhere
INSERT INTO transition_move (register_id, person, move, moved_on, old_area, new_area) VALUES ($1, $2, $3, $4, $5, $6);

-- transition_unconfirmed: the handover of an assignment that nobody has confirmed
SELECT handover, handed_on FROM transition_handover
WHERE register_id = $1 AND person = $2 AND assignment = $3 AND confirmed_on = '9999-12-31' ORDER BY handover LIMIT 1;

-- transition_confirm: who took over knows the client
UPDATE transition_handover SET confirmed_on = $4 WHERE register_id = $1 AND person = $2 AND handover = $3;
