/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions at the door: one comes in, is answered, is passed on, is confirmed. */
#include "common/person/double.h"
#include "common/person/vault.h"
#include "common/scheme/route.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk.h"
#include "practice/desk/question.h"
#include "practice/desk/question_store.h"
#include "practice/desk/received.h"

/* --- what the rules must know --- */

static enum status find_person(struct journal *journal, int64_t person, bool *ret_is_known,
                               struct fault *fault)
{
	struct identity identity;
	enum status status = NOT_FOUND;

	if (person != 0)
		status = vault_identity(journal, person, &identity, fault);
	*ret_is_known = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* A question by its number, with all fields empty where there is none. */
static enum status find_question(struct journal *journal, int64_t number, struct question_line *ret_line,
                                 struct fault *fault)
{
	enum status status = question_of(journal, number, ret_line, fault);

	return status == NOT_FOUND ? OK : status;
}

static bool is_open(const struct question_line *line)
{
	return line->question != 0 && !has_words(line->outcome);
}

/* --- a question comes in --- */

static enum status prepare_received(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct received_question *question = fact->item;
	struct received_situation *situation = &question->situation;
	struct question_line earlier = { 0 };
	enum status status = person_stays(journal, question->person, &question->person, fault);

	(void)findings;
	if (status == OK)
		status = find_person(journal, question->person, &situation->is_known_person, fault);
	fact->valid_on = question->asked_on;
	question->question = fact->fact;
	situation->today = clock_today(journal->clock);
	situation->is_known_theme =
		!has_words(question->theme) ||
		scheme_route_knows(journal->schemes, journal->register_id, question->theme);
	if (status == OK && question->earlier != 0)
		status = find_question(journal, question->earlier, &earlier, fault);
	situation->is_known_earlier = question->earlier == earlier.question;
	return status == OK ? relation_add(journal, fact->fact, &question->who, fault) : status;
}

static enum status apply_received(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct received_question *question = fact->item;
	const struct value values[] = {
		value_number(register_id),          value_number(fact->fact),
		value_number(question->person),     value_text_or_empty(question->theme),
		value_text(question->asked),        value_text(question->channel),
		value_date(question->asked_on),     value_text(question->from_whom),
		value_text_or_empty(fact->account), value_number(question->earlier),
		value_date(question->back_on),
	};

	(void)arena;
	return db_run(db, &sql_desk_add_question, values, COUNT(values), fault);
}

/* What comes up with an earlier question is about the same person, and asked by the same. */
static enum status begin_received(struct journal *journal, void *item, struct fault *fault)
{
	struct received_question *question = item;
	struct question_line earlier;
	enum status status = OK;

	if (question->earlier == 0)
		return OK;
	status = find_question(journal, question->earlier, &earlier, fault);
	if (status != OK || earlier.question == 0)
		return status;
	if (question->person == 0)
		question->person = earlier.person;
	question->from_whom = earlier.from_whom;
	question->channel = earlier.channel;
	status = relation_of(journal, earlier.question, &question->who, fault);
	return status == NOT_FOUND ? OK : status;
}

const struct journal_kind question_received_kind = {
	.name = "question_received",
	.title = WORDS("Nieuwe vraag"),
	.done = WORDS("Vraag ontvangen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &received_question_record,
	.prepare = prepare_received,
	.begin = begin_received,
	.rules = received_rules,
	.rules_count = RECEIVED_RULES_COUNT,
	.apply = apply_received,
	.page = "/questions/{question}",
};

/* --- it is answered --- */

static enum status prepare_answer(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct question_answer *answer = fact->item;
	struct question_line line;
	enum status status = find_question(journal, answer->question, &line, fault);

	(void)findings;
	fact->valid_on = answer->answered_on;
	answer->person = line.person;
	answer->standing = (struct question_standing){ .today = clock_today(journal->clock),
		                                       .since = line.asked_on,
		                                       .is_known = line.question != 0,
		                                       .is_open = is_open(&line) };
	return status;
}

static enum status apply_answer(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct question_answer *answer = fact->item;
	const struct value values[] = { value_number(register_id),   value_number(answer->question),
		                        value_text(answer->outcome), value_date(answer->answered_on),
		                        value_number(fact->fact),    value_text(answer->words) };

	(void)arena;
	return db_run(db, &sql_desk_end_question, values, COUNT(values), fault);
}

const struct journal_kind question_answered_kind = {
	.name = "question_answered",
	.title = WORDS("Vraag beantwoorden"),
	.done = WORDS("Vraag beantwoord"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &question_answer_record,
	.prepare = prepare_answer,
	.rules = question_answer_rules,
	.rules_count = QUESTION_ANSWER_RULES_COUNT,
	.apply = apply_answer,
	.page = "/questions/{question}",
};

/* --- it is passed on --- */

static enum status prepare_passed_on(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct question *question = fact->item;
	struct scheme_route route = { 0 };
	struct question_line line = { 0 };
	enum status status = OK;

	(void)findings;
	if (question->question != 0)
		status = find_question(journal, question->question, &line, fault);
	if (question->person == 0)
		question->person = line.person;
	fact->valid_on = question->asked_on;
	question->situation.today = clock_today(journal->clock);
	question->situation.is_open = question->question == 0 || is_open(&line);
	question->situation.is_known_theme =
		scheme_route_knows(journal->schemes, journal->register_id, question->theme);
	question->situation.has_route = scheme_route_on(journal->schemes, journal->register_id,
	                                                question->theme, question->asked_on, &route);
	question->situation.is_ours = route.is_ours;
	question->to = route.to;
	return status == OK
	               ? find_person(journal, question->person, &question->situation.is_known_person, fault)
	               : status;
}

static enum status apply_passed_on(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct question *question = fact->item;
	const struct value values[] = {
		value_number(register_id),          value_number(fact->fact),
		value_number(question->person),     value_text(question->theme),
		value_text(question->asked),        value_text(question->channel),
		value_date(question->asked_on),     value_text(question->to),
		value_text_or_empty(fact->account), value_text_or_empty(question->spoken_with)
	};
	const struct value passed[] = {
		values[0],
		value_number(question->question),
		value_date(question_ended_on(fact, question->asked_on)),
		values[1],
		values[9],
		values[7],
		values[3],
	};

	(void)arena;
	if (question->question != 0)
		return db_run(db, &sql_desk_pass_question, passed, COUNT(passed), fault);
	return db_run(db, &sql_desk_add_passed_on, values, COUNT(values), fault);
}

static enum status begin_passed_on(struct journal *journal, void *item, struct fault *fault)
{
	struct question *question = item;
	struct question_line line;
	enum status status = OK;

	if (question->question == 0)
		return OK;
	status = find_question(journal, question->question, &line, fault);
	if (status != OK || line.question == 0)
		return status;
	question->person = line.person;
	question->asked = line.asked;
	question->channel = line.channel;
	question->asked_on = line.asked_on;
	if (!has_words(question->theme))
		question->theme = line.theme;
	return OK;
}

const struct journal_kind question_passed_on_kind = {
	.name = "question_passed_on",
	.title = WORDS("Vraag doorgeven"),
	.done = WORDS("Vraag doorgegeven"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &question_record,
	.prepare = prepare_passed_on,
	.begin = begin_passed_on,
	.rules = question_rules,
	.rules_count = QUESTION_RULES_COUNT,
	.apply = apply_passed_on,
	.page = "/questions",
};

/* --- the receiver has it --- */

static enum status prepare_confirmed(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct pass_on_confirmation *confirmation = fact->item;
	struct question_line line;
	enum status status = find_question(journal, confirmation->question, &line, fault);

	(void)findings;
	fact->valid_on = confirmation->confirmed_on;
	confirmation->person = line.person;
	confirmation->standing = (struct question_standing){
		.today = clock_today(journal->clock),
		.since = line.outcome_on,
		.is_known = date_is(line.confirmed_on),
		.is_open = line.confirmed_on.day == DATE_LAST.day,
	};
	return status;
}

static enum status apply_confirmed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct pass_on_confirmation *confirmation = fact->item;
	const struct value values[] = { value_number(register_id), value_number(confirmation->question),
		                        value_date(confirmation->confirmed_on),
		                        value_text(confirmation->by) };

	(void)arena;
	return db_run(db, &sql_desk_confirm_question, values, COUNT(values), fault);
}

const struct journal_kind pass_on_confirmed_kind = {
	.name = "pass_on_confirmed",
	.title = WORDS("Ontvangst bevestigen"),
	.done = WORDS("Doorgegeven vraag is ontvangen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &pass_on_confirmation_record,
	.prepare = prepare_confirmed,
	.rules = pass_on_rules,
	.rules_count = PASS_ON_RULES_COUNT,
	.apply = apply_confirmed,
	.page = "/questions/{question}",
};
