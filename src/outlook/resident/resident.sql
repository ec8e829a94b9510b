-- resident_count_wrong: one more wrong birth date with the code of a letter
INSERT INTO resident_entry (register_id, letter, wrong) VALUES ($1, $2, 1)
ON CONFLICT (register_id, letter) DO UPDATE SET wrong = resident_entry.wrong + 1;

-- resident_wrong: how many there were since the last right one
SELECT wrong FROM resident_entry WHERE register_id = $1 AND letter = $2;

-- resident_forget_wrong: the right one
DELETE FROM resident_entry WHERE register_id = $1 AND letter = $2;
