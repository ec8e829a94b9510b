/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/journal/stored.h"

#include <sodium.h>
#include <string.h>

#include "common/journal/book.h"
#include "journal_sql.h"

#define DIGEST_BYTES 32
#define WALK_BYTES ((size_t)512 * 1024 * 1024)

static void add_part(crypto_generichash_state *state, const char *text)
{
	/* with its NUL, so that no two lists of parts look alike */
	(void)crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

static const char *finish(crypto_generichash_state *state, struct arena *arena)
{
	unsigned char bytes[DIGEST_BYTES];
	char *hex = arena_take(arena, CHAIN_TEXT_SIZE);

	(void)crypto_generichash_final(state, bytes, sizeof(bytes));
	return sodium_bin2hex(hex, CHAIN_TEXT_SIZE, bytes, sizeof(bytes));
}

const char *stored_digest(const struct journal_stored *stored, struct arena *arena)
{
	crypto_generichash_state state;

	(void)crypto_generichash_init(&state, NULL, 0, DIGEST_BYTES);
	add_part(&state, stored->salt);
	add_part(&state, stored->body);
	return finish(&state, arena);
}

const char *stored_chain(const struct journal_stored *stored, int64_t register_id, const char *before,
                         struct arena *arena)
{
	crypto_generichash_state state;
	char date[DATE_TEXT_SIZE], moment[MOMENT_TEXT_SIZE];
	const char *numbers =
		arena_print(arena, "%lld %lld %lld %lld", (long long)register_id, (long long)stored->fact,
	                    (long long)stored->person, (long long)stored->cause);
	const char *const parts[] = { before,
		                      numbers,
		                      stored->kind,
		                      date_print(stored->valid_on, date),
		                      moment_print(stored->recorded_at, moment),
		                      stored->account,
		                      stored->why,
		                      stored->reaction,
		                      stored->findings,
		                      stored->digest };

	(void)crypto_generichash_init(&state, NULL, 0, DIGEST_BYTES);
	for (size_t i = 0; i < COUNT(parts); i++)
		add_part(&state, parts[i]);
	return finish(&state, arena);
}

static struct journal_stored read_row(const struct db_rows *rows, struct arena *arena)
{
	return (struct journal_stored){
		.fact = db_number(rows, 0),
		.person = db_number(rows, 1),
		.kind = db_text(rows, 2, arena),
		.valid_on = db_date(rows, 3),
		.recorded_at = db_moment(rows, 4),
		.account = db_text(rows, 5, arena),
		.why = db_text(rows, 6, arena),
		.cause = db_number(rows, 7),
		.reaction = db_text(rows, 8, arena),
		.findings = db_text(rows, 9, arena),
		.salt = db_text(rows, 10, arena),
		.body = db_text(rows, 11, arena),
		.digest = db_text(rows, 12, arena),
		.chain = db_text(rows, 13, arena),
	};
}

/* One part of the walk; ret_last is the last fact seen, unchanged when there was none. */
static enum status walk_part(struct db *db, const struct stored_part *part, stored_visit *visit,
                             void *context, int64_t *ret_last, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(WALK_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(part->register_id), value_number(*ret_last),
		                        value_number(part->last) };
	enum status status = db_select(db, &sql_journal_part, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct journal_stored stored = read_row(&rows, arena);

		status = visit(context, &stored, arena, fault);
		*ret_last = stored.fact;
	}
	return status == NOT_FOUND ? OK : status;
}

enum status stored_walk(struct db *db, const struct stored_part *part, stored_visit *visit, void *context,
                        struct fault *fault)
{
	int64_t last = 0, before;
	enum status status;

	do {
		before = last;
		status = walk_part(db, part, visit, context, &last, fault);
	} while (status == OK && last != before);
	return status;
}

/* The assignment, the request or the fact of what is due that a fact is about, or 0. */
static int64_t about(const struct journal_fact *fact)
{
	static const char *const names[] = { "assignment", "request", "due" };
	int64_t number = 0;

	for (size_t i = 0; number == 0 && i < COUNT(names); i++)
		number = record_number(fact->kind->record, fact->item, names[i]);
	return number;
}

/* A task lies in the corner of who can do it, which need not be the corner of the fact. */
static const char *task_corner(const struct journal_book *book, const struct journal_fact *fact,
                               const char *code)
{
	const struct journal_todo *todo = journal_todo_of(book, code);

	return corner_code(todo == NULL ? fact->kind->corner : todo->corner);
}

static enum status insert_tasks(struct db *db, int64_t register_id, const struct journal_book *book,
                                const struct journal_fact *fact, struct arena *arena, struct fault *fault)
{
	const char *findings = fact->findings;
	int64_t number = 0;
	enum status status = OK;

	while (status == OK && *findings != '\0') {
		size_t length = strcspn(findings, "\n");
		const char *code = arena_copy_part(arena, findings, length);
		const struct value values[] = {
			value_number(register_id), value_number(fact->fact),
			value_number(++number),    value_number(fact->person),
			value_number(about(fact)), value_text(task_corner(book, fact, code)),
			value_text(code),          value_date(fact->valid_on)
		};

		status = db_run(db, &sql_journal_insert_task, values, COUNT(values), fault);
		findings += length + (findings[length] == '\n' ? 1 : 0);
	}
	return status;
}

static enum status end_tasks(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             const char *code, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->person),
		                        value_text(code), value_number(about(fact)),
		                        value_date(fact->valid_on) };

	return db_run(db, &sql_journal_end_tasks, values, COUNT(values), fault);
}

enum status stored_apply(struct db *db, int64_t register_id, const struct journal_book *book,
                         const struct journal_fact *fact, struct arena *arena, struct fault *fault)
{
	bool is_refused = fact->kind->sort == KIND_ACT && fact->findings[0] != '\0';
	enum status status = OK;

	/* first what ends: a kind may end a task of before and leave it anew */
	if (!is_refused && fact->kind->ends_task != NULL)
		status = end_tasks(db, register_id, fact, fact->kind->ends_task, fault);
	if (status == OK && !is_refused && fact->kind->ends_also != NULL)
		status = end_tasks(db, register_id, fact, fact->kind->ends_also, fault);
	if (status == OK)
		status = insert_tasks(db, register_id, book, fact, arena, fault);
	if (is_refused)
		return status;
	if (status == OK && fact->kind->apply != NULL)
		status = fact->kind->apply(db, register_id, fact, arena, fault);
	for (size_t i = 0; status == OK && i < book->projections_count; i++)
		if (book->projections[i].kind == fact->kind)
			status = book->projections[i].apply(db, register_id, fact, arena, fault);
	return status == OK && fact->kind->erases ? stored_forget(db, register_id, book, fact, fault)
	                                          : status;
}
