/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions to a corner at the door, and as they are kept. */
#include <string.h>

#include "common/access/access.h"
#include "common/journal/book.h"
#include "common/journal/stored.h"
#include "common/person/vault.h"
#include "common/triangle/triangle.h"
#include "platform/base/words.h"
#include "triangle_sql.h"

static const struct field triangle_line_fields[] = {
	FIELD(struct triangle_line, question),      FIELD(struct triangle_line, person),
	FIELD(struct triangle_line, corner),        FIELD(struct triangle_line, subject),
	FIELD(struct triangle_line, asked),         FIELD(struct triangle_line, asked_by),
	FIELD(struct triangle_line, asked_by_name), FIELD(struct triangle_line, state),
	FIELD(struct triangle_line, asked_on),      FIELD(struct triangle_line, since),
	FIELD(struct triangle_line, answer),        FIELD(struct triangle_line, answered_by),
	FIELD(struct triangle_line, weighed),
};
const struct record triangle_line_record =
	RECORD(struct triangle_line, "triangle_line", triangle_line_fields);

/* Where a question stands, for who adds to it. */
struct question_now {
	int64_t person;
	const char *corner, *asked_by, *state;
};
static const struct field question_now_fields[] = {
	FIELD(struct question_now, person),
	FIELD(struct question_now, corner),
	FIELD(struct question_now, asked_by),
	FIELD(struct question_now, state),
};
static const struct record question_now_record =
	RECORD(struct question_now, "question_now", question_now_fields);

static enum status prepare_question(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct triangle_question *question = fact->item;
	struct triangle_situation *situation = &question->situation;
	struct identity client = { 0 };
	enum status status = OK;

	(void)findings;
	situation->today = clock_today(journal->clock);
	fact->valid_on = situation->today;
	if (question->person != 0)
		status = vault_identity(journal, question->person, &client, fault);
	situation->is_known_person = status == OK;
	situation->names_client =
		triangle_names(question->asked, &client) || triangle_names(question->subject, &client);
	situation->has_number =
		triangle_has_number(question->asked) || triangle_has_number(question->subject);
	return status == NOT_FOUND ? OK : status;
}

static enum status add_turn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            const struct triangle_line *turn, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(turn->question),
		                        value_number(fact->fact),  value_date(fact->valid_on),
		                        value_text(turn->state),   value_text(turn->answer),
		                        value_text(fact->account) };

	return db_run(db, &sql_triangle_add_turn, values, COUNT(values), fault);
}

static enum status apply_question(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct triangle_question *question = fact->item;
	const struct triangle_line turn = { .question = fact->fact, .state = "open", .answer = "" };
	const struct value values[] = { value_number(register_id),      value_number(fact->fact),
		                        value_number(question->person), value_text(question->corner),
		                        value_text(question->subject),  value_text(question->asked),
		                        value_text(fact->account),      value_date(fact->valid_on) };
	enum status status = db_run(db, &sql_triangle_add_question, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? add_turn(db, register_id, fact, &turn, fault) : status;
}

/* The question as it stands; ret_corner: the corner of whoever is at the door. */
static enum status load_question(struct journal *journal, int64_t question, struct question_now *ret_now,
                                 bool *ret_is_known, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(question) };
	struct records found;
	enum status status =
		db_list(journal->db, &sql_triangle_question, values, COUNT(values),
	                &(struct db_list){ &question_now_record, journal->arena, &found }, fault);

	*ret_is_known = status == OK && found.count > 0;
	*ret_now = *ret_is_known ? *(const struct question_now *)found.items : (struct question_now){ 0 };
	return status;
}

static enum status is_of_corner(struct journal *journal, const char *corner, bool *ret_is,
                                struct fault *fault)
{
	struct access_account account = { 0 };
	const struct access_role *role;
	enum status status = access_account(journal->db, journal->register_id, journal->account,
	                                    journal->arena, &account, fault);

	role = status == OK ? access_role_named(account.role) : NULL;
	*ret_is = role != NULL && strcmp(corner_code(role->corner), corner) == 0;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_answer(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct triangle_answer *answer = fact->item;
	struct triangle_turn_situation *situation = &answer->situation;
	struct question_now now = { 0 };
	enum status status = load_question(journal, answer->question, &now, &situation->is_known, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	if (status != OK || !situation->is_known)
		return status;
	answer->person = now.person;
	situation->is_due = strcmp(now.state, "open") == 0;
	return is_of_corner(journal, now.corner, &situation->is_one_of, fault);
}

static enum status apply_answer(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct triangle_answer *answer = fact->item;
	const struct triangle_line turn = { .question = answer->question,
		                            .state = "answered",
		                            .answer = answer->answer };

	(void)arena;
	return add_turn(db, register_id, fact, &turn, fault);
}

static enum status prepare_weighing(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct triangle_weighing *weighing = fact->item;
	struct triangle_turn_situation *situation = &weighing->situation;
	struct question_now now = { 0 };
	enum status status = load_question(journal, weighing->question, &now, &situation->is_known, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	if (status != OK || !situation->is_known)
		return status;
	weighing->person = now.person;
	situation->is_due = strcmp(now.state, "answered") == 0;
	situation->is_one_of = strcmp(now.asked_by, journal->account) == 0;
	return OK;
}

static enum status apply_weighing(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct triangle_weighing *weighing = fact->item;
	const struct triangle_line turn = {
		.question = weighing->question,
		.state = strcmp(weighing->outcome, "helps") == 0 ? "closed" : "open",
		.answer = weighing->words == NULL ? "" : weighing->words,
	};

	(void)arena;
	return add_turn(db, register_id, fact, &turn, fault);
}

const struct journal_kind triangle_question_laid_kind = {
	.name = "triangle_question_laid",
	.title = WORDS("Vraag over geld of beleid voorleggen"),
	.done = WORDS("Vraag over geld of beleid voorgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_SEE_CLIENTS,
	.record = &triangle_question_record,
	.prepare = prepare_question,
	.rules = triangle_question_rules,
	.rules_count = TRIANGLE_QUESTION_RULES_COUNT,
	.apply = apply_question,
	.page = "/triangle",
};

const struct journal_kind triangle_question_answered_kind = {
	.name = "triangle_question_answered",
	.title = WORDS("Vraag van de uitvoering beantwoorden"),
	.done = WORDS("Vraag over geld of beleid beantwoord"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ANSWER,
	.record = &triangle_answer_record,
	.prepare = prepare_answer,
	.rules = triangle_answer_rules,
	.rules_count = TRIANGLE_TURN_RULES_COUNT,
	.apply = apply_answer,
	.page = "/triangle",
};

const struct journal_kind triangle_answer_weighed_kind = {
	.name = "triangle_answer_weighed",
	.title = WORDS("Zeggen of het antwoord helpt"),
	.done = WORDS("Antwoord op de vraag over geld of beleid bekeken"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_SEE_CLIENTS,
	.record = &triangle_weighing_record,
	.prepare = prepare_weighing,
	.rules = triangle_weighing_rules,
	.rules_count = TRIANGLE_WEIGHING_RULES_COUNT,
	.apply = apply_weighing,
	.page = "/triangle",
};

enum status triangle_lines(struct journal *journal, const struct triangle_asked *asked,
                           struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->corner),
		                        value_text(asked->state), value_date(asked->on),
		                        value_number(asked->before == 0 ? INT64_MAX : asked->before) };

	return db_list(journal->db, &sql_triangle_lines, values, COUNT(values),
	               &(struct db_list){ &triangle_line_record, journal->arena, ret_lines }, fault);
}

enum status triangle_count(struct journal *journal, const struct triangle_asked *asked, int64_t *ret_count,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(asked->corner),
		                        value_text(asked->state), value_date(asked->on) };
	enum status status = db_one(journal->db, &sql_triangle_count, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status triangle_returned(struct journal *journal, const char *account, struct date on,
                              int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(account),
		                        value_date(on) };
	enum status status = db_one(journal->db, &sql_triangle_returned, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}
