-- document_add_letter: a letter was written
INSERT INTO document_letter (register_id, person, letter, about, sort, dated, subject, content)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- document_letters_of: the letters to a person, up to a day
SELECT letter, sort, dated, subject FROM document_letter
WHERE register_id = $1 AND person = $2 AND dated <= $3 ORDER BY letter DESC;

-- document_letter: one letter
SELECT person, content FROM document_letter WHERE register_id = $1 AND letter = $2;
