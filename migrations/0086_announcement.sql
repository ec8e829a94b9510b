-- A decision works, and the time to object runs, from when it is made known (Awb, art. 3:40, 3:41 and 6:8): a letter that has not left
-- opens no term, and one that has left says until when. And help at once is a grant that runs.

ALTER TABLE document_dispatch ADD COLUMN last_day DATE; -- of the term that its letter opened

UPDATE term_term SET due_on = NULL, still_from = starts_on, still_until = NULL, ground = 'announcement'
WHERE term IN ('objection', 'appeal') AND valid_until = '9999-12-31' AND closed_on IS NULL AND EXISTS (
	SELECT 1 FROM document_letter l JOIN document_outbox o ON o.register_id = l.register_id AND o.letter = l.letter
	WHERE l.register_id = term_term.register_id AND l.person = term_term.person AND l.about = term_term.about
		AND l.sort IN ('decision', 'objection_decision', 'penalty'));

UPDATE term_term SET due_on = NULL, still_from = starts_on, still_until = NULL, ground = 'announcement'
WHERE term IN ('objection', 'appeal') AND valid_until <> '9999-12-31' AND EXISTS (
	SELECT 1 FROM document_letter l JOIN document_dispatch d ON d.register_id = l.register_id AND d.letter = l.letter
	WHERE l.register_id = term_term.register_id AND l.person = term_term.person AND l.about = term_term.about
		AND l.sort IN ('decision', 'objection_decision', 'penalty') AND d.dispatched_on <> term_term.starts_on);
