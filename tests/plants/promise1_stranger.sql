-- promise 1 10: the contact person is nobody who works here
UPDATE desk_contact SET contact = 'niemand' WHERE person = (SELECT MAX(person) FROM desk_contact);
