-- promise 3: a decision was never told to the resident
DELETE FROM document_letter WHERE letter = (SELECT MIN(letter) FROM document_letter WHERE sort = 'decision');
