-- promise 3: a report was never confirmed by letter
DELETE FROM document_letter WHERE letter = (SELECT MIN(letter) FROM document_letter WHERE sort = 'confirmation');
