-- promise 1 10: a contact person left a week ago and is one still, and no fact says it
INSERT INTO desk_left (register_id, account, left_on, successor, fact)
SELECT register_id, contact, '2023-05-08', 'niemand', 0 FROM desk_contact
WHERE person = (SELECT MIN(person) FROM desk_contact);
