-- promise 10: a question that was never passed on
INSERT INTO desk_question (register_id, question, person, theme, asked, channel, asked_on, passed_to)
SELECT register_id, 999999, 0, 'sport', 'Waar kan ik sporten?', 'phone', '2023-05-01', 'preventie' FROM journal_register;
