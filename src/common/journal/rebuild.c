/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/journal/rebuild.h"

#include <string.h>

#include "common/journal/book.h"
#include "common/journal/register.h"
#include "common/journal/stored.h"
#include "journal_sql.h"
#include "platform/db/dump.h"
#include "platform/record/json.h"

#define FACTS_TOGETHER 1000

struct rebuild {
	struct db *db, *into;
	const struct journal_book *book;
	int64_t register_id;
	int64_t facts;
	bool keeps_facts; /* the facts themselves go along, as they are stored */
	bool (*progress)(void *context, int64_t facts);
	void *context;
	struct arena *kept;            /* of fillings */
	struct dump_filling *fillings; /* one for each row of the book's carried */
};

/* In one long transaction PostgreSQL would keep every version that a counter had, and walk along them. */
static enum status rest(const struct rebuild *rebuild, struct fault *fault)
{
	enum status status = db_commit(rebuild->into, fault);

	if (status != OK)
		return status;
	if (rebuild->progress != NULL && !rebuild->progress(rebuild->context, rebuild->facts))
		return fault_set(fault, FAILED, "it was stopped");
	return db_begin(rebuild->into, fault);
}

static enum status keep_fact(const struct rebuild *rebuild, const struct journal_stored *stored,
                             struct fault *fault)
{
	const struct value values[] = {
		value_number(rebuild->register_id), value_number(stored->person),
		value_number(stored->fact),         value_text(stored->kind),
		value_date(stored->valid_on),       value_moment(stored->recorded_at),
		value_text(stored->account),        value_text(stored->why),
		value_number(stored->cause),        value_text(stored->reaction),
		value_text(stored->findings),       value_text(stored->salt),
		value_text(stored->body),           value_text(stored->digest),
		value_text(stored->chain),
	};
	const struct value head[] = { value_number(rebuild->register_id), value_number(stored->fact),
		                      value_text(stored->chain) };
	enum status status = db_run(rebuild->into, &sql_journal_insert, values, COUNT(values), fault);

	return status == OK ? db_run(rebuild->into, &sql_journal_set_head, head, COUNT(head), fault) : status;
}

static struct dump_filling *fillings_new(const struct journal_book *book, struct arena *arena)
{
	size_t count = 0;

	while (book->carried != NULL && book->carried[count].kind != NULL)
		count++;
	return ARENA_MANY(arena, count + 1, struct dump_filling);
}

static enum status bring_rows(const struct rebuild *rebuild, const struct journal_carried *carried,
                              const struct dump_rows *rows, struct fault *fault)
{
	return dump_copy(rebuild->db, rebuild->into, rows,
	                 &rebuild->fillings[carried - rebuild->book->carried], rebuild->kept, fault);
}

/* What is a part of the fact, beside its body. */
static enum status bring_along(const struct rebuild *rebuild, const struct journal_fact *fact,
                               struct fault *fault)
{
	enum status status = OK;

	for (const struct journal_carried *carried = rebuild->book->carried;
	     status == OK && carried != NULL && carried->kind != NULL; carried++) {
		struct dump_rows rows = { carried->table, carried->column, rebuild->register_id, fact->fact,
			                  NULL };

		if (carried->kind != fact->kind)
			continue;
		if (carried->field != NULL &&
		    record_number(fact->kind->record, fact->item, carried->field) != 0)
			rows.number = record_number(fact->kind->record, fact->item, carried->field);
		status = bring_rows(rebuild, carried, &rows, fault);
	}
	return status;
}

/* What will be a part of a fact that is not there yet. */
static enum status bring_open(const struct rebuild *rebuild, struct fault *fault)
{
	enum status status = OK;

	for (const struct journal_carried *carried = rebuild->book->carried;
	     status == OK && carried != NULL && carried->kind != NULL; carried++)
		if (carried->open != NULL)
			status = bring_rows(rebuild, carried,
			                    &(struct dump_rows){ carried->table, carried->column,
			                                         rebuild->register_id, 0, carried->open },
			                    fault);
	return status;
}

static enum status apply_stored(void *context, const struct journal_stored *stored, struct arena *arena,
                                struct fault *fault)
{
	struct rebuild *rebuild = context;
	struct journal_fact fact = { .kind = journal_kind_named(rebuild->book, stored->kind),
		                     .fact = stored->fact,
		                     .person = stored->person,
		                     .valid_on = stored->valid_on,
		                     .recorded_at = stored->recorded_at,
		                     .account = stored->account,
		                     .why = stored->why,
		                     .cause = stored->cause,
		                     .reaction = stored->reaction,
		                     .findings = stored->findings };
	struct findings findings = findings_new(arena, "nl");

	if (stored_is_erased(stored))
		return rebuild->keeps_facts ? keep_fact(rebuild, stored, fault) : OK;
	if (fact.kind == NULL)
		return fault_set(fault, FINDINGS, "fact %lld is of the unknown kind %s",
		                 (long long)stored->fact, stored->kind);
	fact.item = arena_take(arena, fact.kind->record->size);
	if (json_read(stored->body, strlen(stored->body), fact.kind->record, fact.item, 0, &findings) != OK)
		return fault_set(fault, FINDINGS, "fact %lld cannot be read: %s %s", (long long)stored->fact,
		                 findings.items[0].field, findings.items[0].words);
	if (++rebuild->facts % FACTS_TOGETHER == 0 && rest(rebuild, fault) != OK)
		return FAILED;
	if (rebuild->keeps_facts && keep_fact(rebuild, stored, fault) != OK)
		return FAILED;
	if (bring_along(rebuild, &fact, fault) != OK)
		return FAILED;
	return stored_apply(rebuild->into, rebuild->register_id, rebuild->book, &fact, arena, fault);
}

static enum status rebuild_registers(struct db *db, struct rebuild *rebuild, struct arena *arena,
                                     struct fault *fault)
{
	struct records registers;
	enum status status = journal_registers(db, arena, &registers, fault);

	for (size_t i = 0; status == OK && i < registers.count; i++) {
		rebuild->register_id = ((struct journal_register *)registers.items)[i].register_id;
		status = stored_walk(db, &(struct stored_part){ rebuild->register_id, INT64_MAX },
		                     apply_stored, rebuild, fault);
		if (status == OK)
			status = bring_open(rebuild, fault);
	}
	return status;
}

enum status journal_rebuild(struct db *db, struct db *into, const struct journal_book *book,
                            bool (*progress)(void *context, int64_t facts), void *context,
                            struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct rebuild rebuild = {
		.db = db, .into = into, .book = book, .progress = progress, .context = context, .kept = arena
	};
	enum status status = db_begin(into, fault);

	rebuild.fillings = fillings_new(book, arena);
	if (status)
		return status;
	status = rebuild_registers(db, &rebuild, arena, fault);
	return db_end(into, status, fault);
}

/* --- what was known at a moment --- */

enum status journal_known_by(struct db *db, int64_t register_id, struct moment until, int64_t *ret_last,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_moment(until) };
	enum status status = db_one(db, &sql_journal_known_by, values, COUNT(values), &rows, fault);

	*ret_last = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status journal_copy_known(const struct journal_copy *copy, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024);
	struct rebuild rebuild = { .db = copy->db,
		                   .into = copy->into,
		                   .book = copy->book,
		                   .register_id = copy->of.register_id,
		                   .keeps_facts = true,
		                   .progress = copy->progress,
		                   .context = copy->context,
		                   .kept = arena,
		                   .fillings = fillings_new(copy->book, arena) };
	const struct value known[] = { value_number(copy->of.register_id), value_moment(copy->until) };
	enum status status = journal_open_register(copy->into, copy->of.register_id, copy->of.name,
	                                           copy->of.demo_day, fault);

	if (status == OK)
		status = db_begin(copy->into, fault);
	if (status)
		return status;
	status = stored_walk(copy->db, &(struct stored_part){ copy->of.register_id, copy->last },
	                     apply_stored, &rebuild, fault);
	if (status == OK)
		status = db_run(copy->into, &sql_journal_close_head, known, COUNT(known), fault);
	return db_end(copy->into, status, fault);
}
