-- promise 1: a client never had an owner and contact person
DELETE FROM desk_contact WHERE person = (SELECT MIN(person) FROM desk_contact);
