/* SPDX-License-Identifier: EUPL-1.2 */
/* Erasure (Wmo 2015, art. 5.3.4 and 5.3.5): bodies and salts go, the chain stays whole; rows go. */
#include <string.h>

#include "common/journal/history.h"
#include "common/journal/journal.h"
#include "common/journal/stored.h"
#include "journal_sql.h"
#include "platform/db/dump.h"

#define WORDS_BYTES ((size_t)16 * 1024 * 1024)

/* The facts themselves stay, without bodies; who looked at a file must be known for years (NEN 7513). */
static const char *const kept_tables[] = { "journal_fact", "access_read" };

static const struct field number_fields[] = { FIELD(struct journal_line, fact) };
static const struct record number_record = RECORD(struct journal_line, "number", number_fields);

bool stored_is_erased(const struct journal_stored *stored)
{
	return stored->body[0] == '\0' && stored->salt[0] == '\0';
}

static bool is_kept(const char *table)
{
	for (size_t i = 0; i < COUNT(kept_tables); i++)
		if (strcmp(kept_tables[i], table) == 0)
			return true;
	return false;
}

/* Rows that know no person, but a fact about one. */
static enum status forget_numbered(struct db *db, int64_t register_id, const struct journal_book *book,
                                   int64_t number, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < book->numbered_count; i++)
		status = dump_remove(db,
		                     &(struct dump_rows){ book->numbered[i].table, book->numbered[i].column,
		                                          register_id, number },
		                     fault);
	return status;
}

/* The columns that say whom a row is about, and those that name somebody in a row about another. */
static const struct person_column {
	const char *name;
	enum status (*forget)(struct db *db, const struct dump_rows *rows, struct fault *fault);
} person_columns[] = {
	{ "person", dump_remove }, { "lower_person", dump_remove }, { "higher_person", dump_remove },
	{ "other", dump_remove },  { "client", dump_blank },
};

static enum status forget_in_table(struct db *db, struct dump_rows *rows, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < COUNT(person_columns); i++) {
		bool has = false;

		rows->column = person_columns[i].name;
		status = dump_has_column(db, rows->table, rows->column, &has, fault);
		if (status == OK && has)
			status = person_columns[i].forget(db, rows, fault);
	}
	return status;
}

static enum status forget_person(struct db *db, int64_t register_id, int64_t person, struct arena *arena,
                                 struct fault *fault)
{
	struct texts tables = dump_tables(all_migrations_count, arena);
	enum status status = OK;

	for (size_t i = 0; status == OK && i < tables.count; i++) {
		struct dump_rows rows = { .table = tables.items[i],
			                  .register_id = register_id,
			                  .number = person };

		if (!is_kept(tables.items[i]))
			status = forget_in_table(db, &rows, fault);
	}
	return status;
}

enum status stored_forget(struct db *db, int64_t register_id, const struct journal_book *book,
                          const struct journal_fact *fact, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(WORDS_BYTES);
	const struct value values[] = { value_number(register_id), value_number(fact->person),
		                        value_number(fact->fact) };
	struct records facts = { 0 };
	enum status status = db_list(db, &sql_journal_numbers_of, values, COUNT(values),
	                             &(struct db_list){ &number_record, arena, &facts }, fault);

	for (size_t i = 0; status == OK && i < facts.count; i++)
		status = forget_numbered(db, register_id, book,
		                         ((const struct journal_line *)facts.items)[i].fact, fault);
	if (status == OK)
		status = forget_person(db, register_id, fact->person, arena, fault);
	return status == OK ? db_run(db, &sql_journal_blank, values, COUNT(values), fault) : status;
}
