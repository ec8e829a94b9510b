/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/care.h"

#include "care_sql.h"
#include "platform/base/words.h"

static const struct field care_start_fields[] = {
	FIELD(struct care_start, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct care_start, assignment, .label = WORDS("Toewijzing"), .required = true),
	FIELD(struct care_start, started_on, .label = WORDS("Begonnen op"), .required = true),
};
static const struct record care_start_record = RECORD(struct care_start, "care_started", care_start_fields);

static const struct field care_line_fields[] = {
	FIELD(struct care_line, assignment),
	FIELD(struct care_line, started_on),
};
static const struct record care_line_record = RECORD(struct care_line, "care_line", care_line_fields);

enum status care_of(struct journal *journal, int64_t person, struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_care_of, values, COUNT(values),
	               &(struct db_list){ &care_line_record, journal->arena, ret_lines }, fault);
}

enum status care_visit_begun(struct journal *journal, struct date on, const struct care_visit *visit,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status = db_select(journal->db, &sql_care_begun, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK)
		visit->visit(visit->context, db_number(&rows, 0));
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_start(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	(void)journal, (void)findings, (void)fault;
	fact->valid_on = ((struct care_start *)fact->item)->started_on;
	return OK;
}

static enum status apply_start(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct care_start *start = fact->item;
	const struct value values[] = { value_number(register_id), value_number(start->person),
		                        value_number(start->assignment), value_date(start->started_on) };

	(void)arena;
	return db_run(db, &sql_care_start, values, COUNT(values), fault);
}

const struct journal_kind care_started_kind = {
	.name = "care_started",
	.title = WORDS("Zorg begonnen"),
	.done = WORDS("Ondersteuning begonnen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &care_start_record,
	.prepare = prepare_start,
	.apply = apply_start,
};
