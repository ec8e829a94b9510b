/* SPDX-License-Identifier: EUPL-1.2 */
/* Days to look at help together, and what came of it, as they are read back. */
#include "care_sql.h"
#include "practice/care/evaluation.h"
#include "practice/care/talk.h"

#define ROW_BYTES ((size_t)64 * 1024)

static const struct field planned_line_fields[] = {
	FIELD(struct planned_line, person),  FIELD(struct planned_line, decision),
	FIELD(struct planned_line, line),    FIELD(struct planned_line, sort, .choices = evaluation_sorts),
	FIELD(struct planned_line, product), FIELD(struct planned_line, why, .max_chars = 1000),
	FIELD(struct planned_line, due_on),
};
const struct record planned_line_record = RECORD(struct planned_line, "planned_line", planned_line_fields);

static const struct field evaluation_line_fields[] = {
	FIELD(struct evaluation_line, evaluation),
	FIELD(struct evaluation_line, decision),
	FIELD(struct evaluation_line, line),
	FIELD(struct evaluation_line, product),
	FIELD(struct evaluation_line, whom, .choices = talk_whoms),
	FIELD(struct evaluation_line, outcome, .choices = evaluation_outcomes),
	FIELD(struct evaluation_line, words, .max_chars = 4000),
	FIELD(struct evaluation_line, held_on),
};
const struct record evaluation_line_record =
	RECORD(struct evaluation_line, "evaluation_line", evaluation_line_fields);

enum status evaluations_planned(struct journal *journal, int64_t person, struct records *ret_lines,
                                struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_care_planned_of, values, COUNT(values),
	               &(struct db_list){ &planned_line_record, journal->arena, ret_lines }, fault);
}

enum status evaluations_of(struct journal *journal, int64_t person, struct date until,
                           struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_care_evaluations_of, values, COUNT(values),
	               &(struct db_list){ &evaluation_line_record, journal->arena, ret_lines }, fault);
}

enum status evaluations_visit(struct journal *journal, const struct planned_visit *visit, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROW_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(visit->until) };
	enum status status =
		db_select(journal->db, &sql_care_planned_until, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct planned_line line = { 0 };

		arena_clear(arena);
		db_record(&rows, &planned_line_record, &line, arena);
		visit->visit(visit->context, &line);
	}
	return status == NOT_FOUND ? OK : status;
}
