-- promise 1: two contact persons answer for a client at the same time
INSERT INTO desk_contact (register_id, person, valid_from, valid_until, owner, team, contact)
SELECT register_id, person, '2023-05-14', '9999-12-31', owner, team, contact FROM desk_contact
WHERE person = (SELECT MIN(person) FROM desk_contact WHERE valid_from < '2023-05-01');
