/* SPDX-License-Identifier: EUPL-1.2 */
/* A question passed on, at the door and as it is kept. */
#include "common/person/vault.h"
#include "common/scheme/route.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk.h"
#include "practice/desk/question.h"

static const struct field question_line_fields[] = {
	FIELD(struct question_line, question), FIELD(struct question_line, person),
	FIELD(struct question_line, theme),    FIELD(struct question_line, asked),
	FIELD(struct question_line, channel),  FIELD(struct question_line, to),
	FIELD(struct question_line, asked_on),
};
static const struct record question_line_record =
	RECORD(struct question_line, "question_line", question_line_fields);

static enum status prepare_question(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct question *question = fact->item;
	struct scheme_route route = { 0 };
	struct identity identity;
	enum status status = OK;

	(void)findings;
	fact->valid_on = question->asked_on;
	question->situation.today = clock_today(journal->clock);
	question->situation.is_known_theme =
		scheme_route_knows(journal->schemes, journal->register_id, question->theme);
	question->situation.has_route = scheme_route_on(journal->schemes, journal->register_id,
	                                                question->theme, question->asked_on, &route);
	question->situation.is_ours = route.is_ours;
	question->to = route.to;
	if (question->person != 0)
		status = vault_identity(journal, question->person, &identity, fault);
	question->situation.is_known_person = status == OK && question->person != 0;
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_question(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct question *question = fact->item;
	const struct value values[] = { value_number(register_id),      value_number(fact->fact),
		                        value_number(question->person), value_text(question->theme),
		                        value_text(question->asked),    value_text(question->channel),
		                        value_date(question->asked_on), value_text(question->to) };

	(void)arena;
	return db_run(db, &sql_desk_add_question, values, COUNT(values), fault);
}

const struct journal_kind question_passed_on_kind = {
	.name = "question_passed_on",
	.title = WORDS("Vraag doorgeven"),
	.done = WORDS("Vraag doorgegeven"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &question_record,
	.prepare = prepare_question,
	.rules = question_rules,
	.rules_count = QUESTION_RULES_COUNT,
	.apply = apply_question,
	.page = "/questions",
};

enum status questions_before(struct journal *journal, struct date on, int64_t before,
                             struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on),
		                        value_number(before == 0 ? INT64_MAX : before) };

	return db_list(journal->db, &sql_desk_questions, values, COUNT(values),
	               &(struct db_list){ &question_line_record, journal->arena, ret_lines }, fault);
}

enum status questions_count(struct journal *journal, struct date on, int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status =
		db_one(journal->db, &sql_desk_count_questions, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}
