/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/dump.h"

#include <string.h>

#include "platform/db/driver.h"

#define NAMES_BYTES ((size_t)256 * 1024)
#define TABLES_MAX 500
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789_"

static const char making[] = "CREATE TABLE ", dropping[] = "DROP TABLE ", altering[] = "ALTER TABLE ",
		  renaming[] = " RENAME TO ";

static void forget(struct texts *tables, const char *name)
{
	for (size_t i = 0; i < tables->count; i++)
		if (strcmp(tables->items[i], name) == 0)
			tables->items[i--] = tables->items[--tables->count];
}

static const char *name_at(const char *at, struct arena *arena)
{
	return arena_copy_part(arena, at, strspn(at, NAME_LETTERS));
}

static bool begins(const char *line, const char *words)
{
	return strncmp(line, words, strlen(words)) == 0;
}

static void keep(const char *name, struct texts *tables)
{
	if (tables->count < TABLES_MAX)
		tables->items[tables->count++] = name;
}

static void follow_line(const char *line, struct texts *tables, struct arena *arena)
{
	const char *name, *renamed;

	if (begins(line, making))
		keep(name_at(line + sizeof(making) - 1, arena), tables);
	if (begins(line, dropping))
		forget(tables, name_at(line + sizeof(dropping) - 1, arena));
	if (!begins(line, altering))
		return;
	name = name_at(line + sizeof(altering) - 1, arena);
	renamed = line + sizeof(altering) - 1 + strlen(name);
	if (!begins(renamed, renaming))
		return;
	forget(tables, name);
	keep(name_at(renamed + sizeof(renaming) - 1, arena), tables);
}

/* What a migration makes, drops and renames; its words at the beginning of a line are statements. */
static void follow(const char *text, struct texts *tables, struct arena *arena)
{
	for (const char *line = text; line != NULL; line = strchr(line, '\n')) {
		line += *line == '\n' ? 1 : 0;
		follow_line(line, tables, arena);
	}
}

struct texts dump_tables(size_t migrations, struct arena *arena)
{
	struct texts tables = { .items = ARENA_MANY(arena, TABLES_MAX, const char *) };

	for (size_t i = 0; i < migrations && i < all_migrations_count; i++)
		follow(all_migrations[i].text, &tables, arena);
	return tables;
}

/* --- out --- */

static enum status select_with(struct db *db, const char *text, const struct value *values, size_t count,
                               struct db_rows *ret_rows, struct fault *fault)
{
	const struct db_query query = { .name = "copy a table", .text = text };
	struct db_rows rows = { .db = db, .is_own = true };
	enum status status = db->driver->select(db, &query, values, count, &rows, fault);

	if (status == OK)
		*ret_rows = rows;
	return status;
}

static enum status select_now(struct db *db, const char *text, struct db_rows *ret_rows, struct fault *fault)
{
	return select_with(db, text, NULL, 0, ret_rows, fault);
}

enum status dump_has_column(struct db *db, const char *table, const char *column, bool *ret_has,
                            struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(NAMES_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status =
		select_now(db, arena_print(arena, "SELECT * FROM %s LIMIT 0", table), &rows, fault);

	*ret_has = false;
	for (int i = 0; status == OK && i < db->driver->columns(&rows); i++)
		*ret_has = *ret_has || strcmp(db->driver->column_name(&rows, i), column) == 0;
	return status;
}

/* Does something to the rows of that number. */
static enum status change(struct db *db, const struct dump_rows *which, const char *text, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(which->register_id), value_number(which->number) };
	enum status status = select_with(db, text, values, COUNT(values), &rows, fault);

	if (status == OK)
		status = db_next(&rows, fault);
	return status == NOT_FOUND ? OK : status;
}

enum status dump_remove(struct db *db, const struct dump_rows *rows, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(NAMES_BYTES);

	return change(db, rows,
	              arena_print(arena, "DELETE FROM %s WHERE register_id = $1 AND %s = $2", rows->table,
	                          rows->column),
	              fault);
}

enum status dump_blank(struct db *db, const struct dump_rows *rows, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(NAMES_BYTES);

	return change(db, rows,
	              arena_print(arena, "UPDATE %s SET %s = 0 WHERE register_id = $1 AND %s = $2",
	                          rows->table, rows->column, rows->column),
	              fault);
}

static enum status visit_head(struct db_rows *rows, struct dump_row *row, const struct dump_visit *visit,
                              struct fault *fault)
{
	const struct db_driver *driver = rows->db->driver;

	row->count = (size_t)driver->columns(rows);
	if (row->count > DUMP_COLUMNS_MAX)
		return fault_set(fault, FAILED, "the table %s has too many columns to copy", row->table);
	for (size_t i = 0; i < row->count; i++)
		row->names[i] = driver->column_name(rows, (int)i);
	return visit->head(visit->context, row, fault);
}

static enum status visit_rows(struct db_rows *rows, struct dump_row *row, const struct dump_visit *visit,
                              int64_t *count, struct fault *fault)
{
	enum status status = OK;

	while (status == OK && (status = db_next(rows, fault)) == OK) {
		for (size_t i = 0; i < row->count; i++)
			row->values[i] = rows->db->driver->text(rows, (int)i);
		status = visit->row(visit->context, row, fault);
		(*count)++;
	}
	return status == NOT_FOUND ? OK : status;
}

/* PostgreSQL holds an answer whole, so a large table comes in parts. */
static enum status dump_in_parts(struct db *db, struct dump_row *row, const struct dump_visit *visit,
                                 struct arena *arena, struct fault *fault)
{
	enum status status = db->driver->execute(
		db, arena_print(arena, "DECLARE copying CURSOR FOR SELECT * FROM %s", row->table), fault);
	bool is_first = true;
	int64_t before = -1, count = 0;

	while (status == OK && before != count) {
		CLEANUP(db_rows_done) struct db_rows rows = { 0 };

		before = count;
		status = select_now(db, "FETCH 2000 FROM copying", &rows, fault);
		if (status == OK && is_first)
			status = visit_head(&rows, row, visit, fault);
		is_first = false;
		if (status == OK)
			status = visit_rows(&rows, row, visit, &count, fault);
	}
	return status == OK ? db->driver->execute(db, "CLOSE copying", fault) : status;
}

enum status dump_table(struct db *db, const char *table, const struct dump_visit *visit, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(NAMES_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct dump_row row = { .table = table };
	int64_t count = 0;
	enum status status;

	if (db_engine(db) == DB_POSTGRES)
		return dump_in_parts(db, &row, visit, arena, fault);
	status = select_now(db, arena_print(arena, "SELECT * FROM %s", table), &rows, fault);
	if (status == OK)
		status = visit_head(&rows, &row, visit, fault);
	return status == OK ? visit_rows(&rows, &row, visit, &count, fault) : status;
}

/* --- in --- */

struct dump_filling dump_filling_new(const struct dump_row *head, struct arena *arena)
{
	const char *names = "", *places = "";

	for (size_t i = 0; i < head->count; i++) {
		names = arena_print(arena, "%s%s%s", names, i == 0 ? "" : ", ", head->names[i]);
		places = arena_print(arena, "%s%s$%zu", places, i == 0 ? "" : ", ", i + 1);
	}
	return (struct dump_filling){
		.query = { .name = arena_print(arena, "fill_%s", head->table),
		           .text = arena_print(arena, "INSERT INTO %s (%s) VALUES (%s)", head->table, names,
		                               places) },
		.count = head->count,
	};
}

enum status dump_fill(struct db *db, const struct dump_filling *filling, const char *const *values,
                      struct fault *fault)
{
	struct value texts[DUMP_COLUMNS_MAX];

	for (size_t i = 0; i < filling->count; i++)
		texts[i] = value_text(values[i]);
	return db_run(db, &filling->query, texts, filling->count, fault);
}

enum status dump_is_empty(struct db *db, const char *table, bool *ret_is_empty, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(NAMES_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status =
		select_now(db, arena_print(arena, "SELECT 1 FROM %s LIMIT 1", table), &rows, fault);

	if (status == OK)
		status = db_next(&rows, fault);
	*ret_is_empty = status == NOT_FOUND;
	return status == NOT_FOUND ? OK : status;
}

/* --- from one into another --- */

struct copying {
	struct db *into;
	struct arena *arena;
	struct dump_filling *filling;
};

static enum status begin_copy(void *context, const struct dump_row *head, struct fault *fault)
{
	struct copying *copying = context;

	(void)fault;
	if (copying->filling->count == 0)
		*copying->filling = dump_filling_new(head, copying->arena);
	return OK;
}

static enum status copy_row(void *context, const struct dump_row *row, struct fault *fault)
{
	const struct copying *copying = context;

	return dump_fill(copying->into, copying->filling, row->values, fault);
}

enum status dump_copy(struct db *db, struct db *into, const struct dump_rows *which,
                      struct dump_filling *filling, struct arena *arena, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *names = arena_new(NAMES_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct copying copying = { into, arena, filling };
	const struct dump_visit visit = { begin_copy, copy_row, &copying };
	const struct value values[] = { value_number(which->register_id), value_number(which->number) };
	struct dump_row row = { .table = which->table };
	int64_t count = 0;
	const char *is_one =
		which->among == NULL
			? "= $2"
			: arena_print(names, "IN (SELECT %s FROM %s WHERE register_id = $1) AND 0 = $2",
	                              which->column, which->among);
	enum status status =
		select_with(db,
	                    arena_print(names, "SELECT * FROM %s WHERE register_id = $1 AND %s %s",
	                                which->table, which->column, is_one),
	                    values, COUNT(values), &rows, fault);

	if (status == OK)
		status = visit_head(&rows, &row, &visit, fault);
	return status == OK ? visit_rows(&rows, &row, &visit, &count, fault) : status;
}
