-- resident_count_wrong: one more wrong birth date with the code of a letter
INSERT INTO resident_entry (register_id, letter, wrong) VALUES ($1, $2, 1)
ON CONFLICT (register_id, letter) DO UPDATE SET wrong = resident_entry.wrong + 1;

-- resident_wrong: how many there were since the last right one
SELECT wrong FROM resident_entry WHERE register_id = $1 AND letter = $2;

-- resident_forget_wrong: the right one
DELETE FROM resident_entry WHERE register_id = $1 AND letter = $2;

-- resident_facts_of: all facts about a person, the newest first; not of a file that turned out to be of somebody else
SELECT f.fact, f.kind, f.valid_on, f.recorded_at, f.account, COALESCE(a.name, f.account) AS name, f.body FROM journal_fact f
LEFT JOIN access_account a ON a.register_id = f.register_id AND a.account = f.account
WHERE f.register_id = $1 AND f.person = $2 AND NOT EXISTS (
	SELECT 1 FROM document_file d WHERE d.register_id = $1 AND d.file = f.fact AND d.withdrawn_on IS NOT NULL)
ORDER BY f.fact DESC;

-- resident_samples: of a demonstration, letters that left and let somebody in, by what there is to see; $1 register, $2 day
SELECT * FROM (SELECT 1 AS place, 'help' AS sort, l.person, MAX(l.letter) AS letter, '' AS product
	FROM document_letter l JOIN document_dispatch s ON s.register_id = l.register_id AND s.letter = l.letter
	JOIN care_worker w ON w.register_id = l.register_id AND w.person = l.person AND w.from_day <= $2 AND w.until_day > $2
	JOIN assignment_assignment a ON a.register_id = w.register_id AND a.person = w.person AND a.assignment = w.assignment AND a.valid_until > $2
	JOIN decision_line d ON d.register_id = a.register_id AND d.person = a.person AND d.decision = a.decision AND d.line = a.line
		AND d.valid_until > $2
	WHERE l.register_id = $1 AND l.representative = 0
	AND EXISTS (SELECT 1 FROM plan_score r WHERE r.register_id = l.register_id AND r.person = l.person)
	GROUP BY l.person ORDER BY l.person LIMIT 20) h
UNION ALL SELECT * FROM (SELECT 2, 'objected', l.person, MAX(l.letter), '' FROM document_letter l JOIN document_dispatch s ON s.register_id = l.register_id AND s.letter = l.letter
	JOIN objection_objection o ON o.register_id = l.register_id AND o.person = l.person AND o.ended_on IS NULL
	WHERE l.register_id = $1 AND l.representative = 0 GROUP BY l.person ORDER BY l.person LIMIT 20) o
UNION ALL SELECT * FROM (SELECT 3, 'chooses', l.person, MAX(l.letter), MIN(w.product) FROM document_letter l JOIN document_dispatch s ON s.register_id = l.register_id AND s.letter = l.letter
	JOIN assignment_waiting w ON w.register_id = l.register_id AND w.person = l.person
	WHERE l.register_id = $1 AND l.representative = 0
	AND NOT EXISTS (SELECT 1 FROM assignment_wish i WHERE i.register_id = w.register_id AND i.person = w.person)
	GROUP BY l.person ORDER BY l.person LIMIT 20) c
UNION ALL SELECT * FROM (SELECT 4, 'asked', l.person, MAX(l.letter), '' FROM document_letter l JOIN document_dispatch s ON s.register_id = l.register_id AND s.letter = l.letter
	JOIN request_request q ON q.register_id = l.register_id AND q.person = l.person AND q.answered_on IS NOT NULL
	WHERE l.register_id = $1 AND l.representative = 0 GROUP BY l.person ORDER BY l.person LIMIT 20) q
UNION ALL SELECT * FROM (SELECT 5, 'acts', l.person, MAX(l.letter), '' FROM document_letter l JOIN document_dispatch s ON s.register_id = l.register_id AND s.letter = l.letter
	JOIN person_representative p ON p.register_id = l.register_id AND p.representative = l.representative AND p.valid_from <= $2 AND p.valid_until > $2
	WHERE l.register_id = $1 AND l.representative <> 0 GROUP BY l.person ORDER BY l.person LIMIT 20) a
ORDER BY place, person;
