-- transition_add_handover: a client went from one member to another
INSERT INTO transition_handover (register_id, person, handover, assignment, handed_on, from_member, to_member, told_on, told_how,
	reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- transition_handovers_of: the handovers of a person, oldest first
SELECT handover, assignment, handed_on, from_member, to_member, told_on, told_how, reason FROM transition_handover
WHERE register_id = $1 AND person = $2 ORDER BY handover;
