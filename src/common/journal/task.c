/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/journal/task.h"

#include <string.h>

#include "common/journal/book.h"
#include "journal_sql.h"

static const struct field journal_task_fields[] = {
	FIELD(struct journal_task, fact),   FIELD(struct journal_task, number),
	FIELD(struct journal_task, person), FIELD(struct journal_task, about),
	FIELD(struct journal_task, kind),   FIELD(struct journal_task, code),
	FIELD(struct journal_task, since),
};
static const struct record journal_task_record =
	RECORD(struct journal_task, "journal_task", journal_task_fields);

/* The codes that are not for these permissions, as "|code|code|". */
static const char *codes_of_others(const struct journal *journal, const struct journal_tasks_asked *asked)
{
	const char *codes = "|";

	for (size_t i = 0; i < journal->book->todos_count; i++)
		if (((unsigned)journal->book->todos[i].permission & asked->permissions) == 0)
			codes = arena_print(journal->arena, "%s%s|", codes, journal->book->todos[i].code);
	return codes;
}

enum status journal_tasks(struct journal *journal, const struct journal_tasks_asked *asked,
                          struct records *ret_tasks, struct fault *fault)
{
	const struct value values[] = {
		value_number(journal->register_id),          value_text(corner_code(asked->corner)),
		value_text(codes_of_others(journal, asked)), value_number(asked->after_fact),
		value_number(asked->after_number),           value_date(asked->on)
	};
	const struct db_list list = { &journal_task_record, journal->arena, ret_tasks };

	if (date_is(asked->on))
		return db_list(journal->db, &sql_journal_tasks_on, values, 6, &list, fault);
	return db_list(journal->db, &sql_journal_tasks, values, 5, &list, fault);
}

enum status journal_tasks_count(struct journal *journal, const struct journal_tasks_asked *asked,
                                int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(corner_code(asked->corner)),
		                        value_text(codes_of_others(journal, asked)), value_date(asked->on) };
	bool is_dated = date_is(asked->on);
	enum status status =
		db_one(journal->db, is_dated ? &sql_journal_tasks_count_on : &sql_journal_tasks_count, values,
	               is_dated ? 4 : 3, &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status journal_tasks_of_code(struct journal *journal, const struct journal_tasks_coded *asked,
                                  struct records *ret_tasks, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(corner_code(asked->corner)), value_text(asked->code),
		                        value_date(asked->since), value_date(asked->on) };

	return db_list(journal->db, &sql_journal_tasks_of_code, values, COUNT(values),
	               &(struct db_list){ &journal_task_record, journal->arena, ret_tasks }, fault);
}

enum status journal_has_task(struct journal *journal, int64_t person, const char *code, int64_t about,
                             bool *ret_has, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_text(code), value_number(about) };
	enum status status =
		db_one(journal->db, &sql_journal_task_about, values, COUNT(values), &rows, fault);

	*ret_has = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* The text with one place filled in. */
static const char *fill_in(const char *text, const char *place, int64_t number, struct arena *arena)
{
	const char *at = strstr(text, place);

	if (at == NULL)
		return text;
	return arena_print(arena, "%.*s%lld%s", (int)(at - text), text, (long long)number,
	                   at + strlen(place));
}

const char *journal_todo_address(const struct journal_todo *todo, const struct journal_task *task,
                                 struct arena *arena)
{
	return fill_in(fill_in(todo->address, "{person}", task->person, arena), "{about}", task->about,
	               arena);
}
