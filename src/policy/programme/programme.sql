-- programme_now: how a programme stands at the end of a day
SELECT s.title, s.vision, s.content,
	(SELECT COUNT(DISTINCT g.name) FROM programme_speaker g WHERE g.register_id = $1 AND g.programme = $2) AS group_count,
	(SELECT COUNT(DISTINCT e.name) FROM programme_endorsement e WHERE e.register_id = $1 AND e.programme = $2 AND e.sort = 'content'
		AND e.version = s.content AND e.outcome = 'endorsed' AND e.endorsed_on <= $3) AS has_endorsed,
	(SELECT COUNT(DISTINCT e.name) FROM programme_endorsement e WHERE e.register_id = $1 AND e.programme = $2 AND e.sort = 'vision'
		AND e.version = s.vision AND e.outcome = 'endorsed' AND e.endorsed_on <= $3) AS has_shared,
	(SELECT COUNT(DISTINCT e.name) FROM programme_endorsement e WHERE e.register_id = $1 AND e.programme = $2 AND e.sort = 'finance'
		AND e.version = s.content AND e.outcome = 'endorsed' AND e.endorsed_on <= $3) AS has_agreed,
	(SELECT COUNT(DISTINCT t.tester) FROM programme_test t WHERE t.register_id = $1 AND t.programme = $2 AND t.tested_on <= $3) AS testers,
	(SELECT COUNT(*) FROM programme_finance f WHERE f.register_id = $1 AND f.programme = $2 AND f.version = s.content
		AND f.opened_on <= $3) AS is_finance_open,
	(SELECT f.opened_on FROM programme_finance f WHERE f.register_id = $1 AND f.programme = $2 AND f.version = s.content
		AND f.opened_on <= $3) AS finance_opened_on,
	(SELECT f.words FROM programme_finance f WHERE f.register_id = $1 AND f.programme = $2 AND f.version = s.content
		AND f.opened_on <= $3) AS finance_words,
	(SELECT e.ended_on FROM programme_ending e WHERE e.register_id = $1 AND e.programme = $2 AND e.ended_on <= $3) AS ended_on
FROM (SELECT p.title,
	(SELECT COALESCE(MAX(t.version), 0) FROM programme_text t WHERE t.register_id = $1 AND t.programme = $2 AND t.sort = 'vision'
		AND t.written_on <= $3) AS vision,
	(SELECT COALESCE(MAX(t.version), 0) FROM programme_text t WHERE t.register_id = $1 AND t.programme = $2 AND t.sort = 'content'
		AND t.written_on <= $3) AS content
	FROM programme_programme p WHERE p.register_id = $1 AND p.programme = $2 AND p.begun_on <= $3) s;

-- programme_group_of: for which group an account speaks on a day
SELECT s.name FROM programme_speaker s
WHERE s.register_id = $1 AND s.programme = $2 AND s.speaker = $3 AND s.fact = (SELECT MAX(m.fact) FROM programme_speaker m
	WHERE m.register_id = $1 AND m.programme = $2 AND m.name = s.name AND m.since <= $4)
ORDER BY s.place LIMIT 1;

-- programme_groups: the groups of a programme and who speaks for each on a day, and what each says of the versions that hold
SELECT s.name, s.sort, s.speaker, s.place, COALESCE(a.name, s.speaker) AS speaker_name,
	COALESCE((SELECT e.outcome FROM programme_endorsement e WHERE e.register_id = $1 AND e.programme = $2 AND e.name = s.name
		AND e.sort = 'vision' AND e.version = $4 AND e.endorsed_on <= $3 ORDER BY e.fact DESC LIMIT 1), '') AS on_vision,
	COALESCE((SELECT e.outcome FROM programme_endorsement e WHERE e.register_id = $1 AND e.programme = $2 AND e.name = s.name
		AND e.sort = 'content' AND e.version = $5 AND e.endorsed_on <= $3 ORDER BY e.fact DESC LIMIT 1), '') AS on_content,
	COALESCE((SELECT e.outcome FROM programme_endorsement e WHERE e.register_id = $1 AND e.programme = $2 AND e.name = s.name
		AND e.sort = 'finance' AND e.version = $5 AND e.endorsed_on <= $3 ORDER BY e.fact DESC LIMIT 1), '') AS on_finance
FROM programme_speaker s
LEFT JOIN access_account a ON a.register_id = s.register_id AND a.account = s.speaker
WHERE s.register_id = $1 AND s.programme = $2 AND s.fact = (SELECT MAX(m.fact) FROM programme_speaker m
	WHERE m.register_id = $1 AND m.programme = $2 AND m.name = s.name AND m.since <= $3)
ORDER BY s.place;

-- programme_group: the place and sort of a group
SELECT s.place, s.sort, s.speaker FROM programme_speaker s
WHERE s.register_id = $1 AND s.programme = $2 AND s.name = $3 ORDER BY s.fact DESC LIMIT 1;

-- programme_list: the programmes that were begun by a day, newest first
SELECT p.programme, p.title, p.aim, p.begun_on,
	(SELECT e.ended_on FROM programme_ending e WHERE e.register_id = $1 AND e.programme = p.programme AND e.ended_on <= $2) AS ended_on
FROM programme_programme p
WHERE p.register_id = $1 AND p.begun_on <= $2 ORDER BY p.fact DESC LIMIT 100;

-- programme_about: what a programme began with
SELECT p.title, p.aim, p.reason, p.form_before, p.parties_before, p.before_words, p.talks_since, p.begun_on, p.scheme,
	COALESCE(a.name, p.begun_by) AS begun_by
FROM programme_programme p
LEFT JOIN access_account a ON a.register_id = p.register_id AND a.account = p.begun_by
WHERE p.register_id = $1 AND p.programme = $2;

-- programme_endorsed: what a group said last of a version
SELECT e.outcome FROM programme_endorsement e
WHERE e.register_id = $1 AND e.programme = $2 AND e.sort = $3 AND e.version = $4 AND e.name = $5 ORDER BY e.fact DESC LIMIT 1;

-- programme_add_programme: a programme began
INSERT INTO programme_programme (register_id, programme, fact, title, aim, reason, form_before, parties_before, before_words, talks_since,
	begun_on, begun_by, scheme)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- programme_add_ending: it is over
INSERT INTO programme_ending (register_id, programme, fact, outcome, reason, ended_on, ended_by) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- programme_ending: how a programme ended by a day
SELECT e.outcome, e.reason, e.ended_on, COALESCE(a.name, e.ended_by) AS ended_by FROM programme_ending e
LEFT JOIN access_account a ON a.register_id = e.register_id AND a.account = e.ended_by
WHERE e.register_id = $1 AND e.programme = $2 AND e.ended_on <= $3;

-- programme_add_speaker: who speaks for a group from now on
INSERT INTO programme_speaker (register_id, programme, name, fact, place, sort, speaker, since) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- programme_add_text: a version of the vision or the content
INSERT INTO programme_text (register_id, programme, sort, version, fact, vision, words, changes, started_from, with_whom, with_providers,
	with_teams, with_participation, written_on, written_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- programme_add_test: the content was tried out on a case
INSERT INTO programme_test (register_id, programme, fact, version, tester, situation, meaning, outcome, tested_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- programme_add_endorsement: what a group says of a version
INSERT INTO programme_endorsement (register_id, programme, sort, version, name, fact, outcome, words, about, endorsed_on, endorsed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- programme_add_finance: the money stage of a content opened
INSERT INTO programme_finance (register_id, programme, version, fact, opened_on, words) VALUES ($1, $2, $3, $4, $5, $6);

-- programme_texts: the versions of the vision or the content by a day, the newest first
SELECT t.version, t.vision, t.words, t.changes, t.started_from, t.with_whom, t.with_providers, t.with_teams, t.with_participation, t.written_on,
	COALESCE(a.name, t.written_by) AS written_by,
	CASE WHEN t.version = (SELECT MAX(m.version) FROM programme_text m WHERE m.register_id = $1 AND m.programme = $2 AND m.sort = $3
		AND m.written_on <= $4) THEN 1 ELSE 0 END AS is_newest
FROM programme_text t LEFT JOIN access_account a ON a.register_id = t.register_id AND a.account = t.written_by
WHERE t.register_id = $1 AND t.programme = $2 AND t.sort = $3 AND t.written_on <= $4 ORDER BY t.version DESC;

-- programme_tests: the cases on which the content was tried by a day
SELECT t.version, t.tester, t.situation, t.meaning, t.outcome, t.tested_on FROM programme_test t
WHERE t.register_id = $1 AND t.programme = $2 AND t.tested_on <= $3 ORDER BY t.fact DESC LIMIT 100;

-- programme_endorsements: what was said of versions by a day, the newest first
SELECT e.sort, e.version, e.name, e.outcome, e.words, e.about, e.endorsed_on, COALESCE(a.name, e.endorsed_by) AS endorsed_by
FROM programme_endorsement e LEFT JOIN access_account a ON a.register_id = e.register_id AND a.account = e.endorsed_by
WHERE e.register_id = $1 AND e.programme = $2 AND e.endorsed_on <= $3 ORDER BY e.fact DESC LIMIT 200;

-- programme_add_choice: something was chosen
INSERT INTO programme_choice (register_id, programme, choice, subject, question, chosen, reason, vision, need, decided_with, decided_on, unfit)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- programme_add_alternative: among this
INSERT INTO programme_alternative (register_id, programme, choice, place, what, form, parties, in_favour, against)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- programme_add_wish: a wish was held against the contract that runs
INSERT INTO programme_wish (register_id, programme, wish, words, agreement, fits, why, tested_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- programme_unfit: how many wishes do not fit the contract that runs
SELECT COUNT(*) FROM programme_wish w WHERE w.register_id = $1 AND w.programme = $2 AND w.fits <> 'yes' AND w.tested_on <= $3;

-- programme_choices: what was chosen by a day, the newest first; one about the same thing that came later replaces it
SELECT c.choice, c.subject, c.question, c.chosen, c.reason, c.vision, c.need, c.decided_with, c.decided_on, c.unfit,
	CASE WHEN c.subject <> 'other' AND c.choice < (SELECT MAX(m.choice) FROM programme_choice m WHERE m.register_id = $1
		AND m.programme = $2 AND m.subject = c.subject AND m.decided_on <= $3) THEN 1 ELSE 0 END AS is_replaced
FROM programme_choice c WHERE c.register_id = $1 AND c.programme = $2 AND c.decided_on <= $3 ORDER BY c.choice DESC LIMIT 100;

-- programme_alternatives: what there was to choose among, in the order of the choices
SELECT a.choice, a.what, a.form, a.parties, a.in_favour, a.against FROM programme_alternative a
WHERE a.register_id = $1 AND a.programme = $2 ORDER BY a.choice DESC, a.place;

-- programme_wishes: the wishes that were held against the contract by a day
SELECT w.words, w.agreement, w.fits, w.why, w.tested_on FROM programme_wish w
WHERE w.register_id = $1 AND w.programme = $2 AND w.tested_on <= $3 ORDER BY w.wish DESC LIMIT 100;

-- programme_add_interest: an interest was named in the open
INSERT INTO programme_interest (register_id, programme, interest, who, wants, collides_with, handled, mapped_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- programme_interests: the interests that were named by a day
SELECT i.who, i.wants, i.collides_with, i.handled, i.mapped_on FROM programme_interest i
WHERE i.register_id = $1 AND i.programme = $2 AND i.mapped_on <= $3 ORDER BY i.interest LIMIT 100;

-- programme_add_meeting: a meeting was planned, or held without that
INSERT INTO programme_meeting (register_id, programme, meeting, subject, place, invited, planned_on, noted_on, held_on, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- programme_hold_meeting: a planned meeting was held
UPDATE programme_meeting SET held_on = $4, outcome = $5, subject = $6 WHERE register_id = $1 AND programme = $2 AND meeting = $3;

-- programme_meeting: a meeting, and whether it was held
SELECT CASE WHEN m.held_on IS NULL THEN 0 ELSE 1 END, m.subject FROM programme_meeting m
WHERE m.register_id = $1 AND m.programme = $2 AND m.meeting = $3;

-- programme_add_guest: who came
INSERT INTO programme_guest (register_id, programme, meeting, place, party, people, interest) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- programme_add_point: what was said
INSERT INTO programme_point (register_id, programme, meeting, place, about, words) VALUES ($1, $2, $3, $4, $5, $6);

-- programme_meetings: the meetings by a day, the last first
SELECT m.meeting, m.subject, m.place, m.invited, m.planned_on, CASE WHEN m.held_on <= $3 THEN 1 ELSE 0 END AS is_held, m.held_on, m.outcome
FROM programme_meeting m WHERE m.register_id = $1 AND m.programme = $2 AND m.noted_on <= $3
ORDER BY COALESCE(m.held_on, m.planned_on) DESC, m.meeting DESC LIMIT 100;

-- programme_guests: who came to which meeting
SELECT g.meeting, g.party, g.people, g.interest FROM programme_guest g
WHERE g.register_id = $1 AND g.programme = $2 ORDER BY g.meeting, g.place;

-- programme_points: what was said at which meeting
SELECT p.meeting, p.about, p.words FROM programme_point p
WHERE p.register_id = $1 AND p.programme = $2 ORDER BY p.meeting, p.place;

-- programme_add_need: what residents need, or the council demands
INSERT INTO programme_need (register_id, programme, need, sort, words, source, document, noted_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- programme_add_landing: where it landed, or why not
INSERT INTO programme_landing (register_id, programme, need, fact, outcome, words, landed_on) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- programme_need: whether there is such a point
SELECT n.words FROM programme_need n WHERE n.register_id = $1 AND n.programme = $2 AND n.need = $3;

-- programme_needs: the points by a day, demands first, and what was said of each last
SELECT n.need, n.sort, n.words, n.source, n.document, n.noted_on,
	COALESCE((SELECT l.outcome FROM programme_landing l WHERE l.register_id = $1 AND l.programme = $2 AND l.need = n.need
		AND l.landed_on <= $3 ORDER BY l.fact DESC LIMIT 1), '') AS outcome,
	COALESCE((SELECT l.words FROM programme_landing l WHERE l.register_id = $1 AND l.programme = $2 AND l.need = n.need
		AND l.landed_on <= $3 ORDER BY l.fact DESC LIMIT 1), '') AS landed
FROM programme_need n WHERE n.register_id = $1 AND n.programme = $2 AND n.noted_on <= $3
ORDER BY CASE WHEN n.sort = 'demand' THEN 0 ELSE 1 END, n.need LIMIT 200;

-- programme_add_word: what a word means
INSERT INTO programme_word (register_id, programme, fact, word, meaning, agreed_on) VALUES ($1, $2, $3, $4, $5, $6);

-- programme_words: those of a programme by a day, each as it was agreed last
SELECT w.word, w.meaning, w.agreed_on FROM programme_word w
WHERE w.register_id = $1 AND w.programme = $2 AND w.agreed_on <= $3 AND NOT EXISTS (SELECT 1 FROM programme_word l
	WHERE l.register_id = w.register_id AND l.programme = w.programme AND LOWER(l.word) = LOWER(w.word) AND l.agreed_on <= $3
	AND l.fact > w.fact)
ORDER BY LOWER(w.word);
