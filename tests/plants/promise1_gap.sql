-- promise 1: a client's owner and contact person stop in the week before, and nobody follows
UPDATE desk_contact SET valid_until = '2023-05-10'
WHERE person = (SELECT MIN(person) FROM desk_contact WHERE valid_from < '2023-05-01');
