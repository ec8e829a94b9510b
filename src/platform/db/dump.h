/* SPDX-License-Identifier: EUPL-1.2 */
/* All rows of a table as text, out of a database and into another, whichever engines they are on. */
#ifndef PLATFORM_DB_DUMP_H
#define PLATFORM_DB_DUMP_H

#include "platform/db/migrate.h"

#define DUMP_COLUMNS_MAX 64

/* The tables that the first so many migrations leave, in the order of their making; in arena. */
struct texts dump_tables(size_t migrations, struct arena *arena);

/* A row, or with no values the names of its columns; all of it lasts until the visit returns. */
struct dump_row {
	const char *table;
	size_t count;
	const char *names[DUMP_COLUMNS_MAX];
	const char *values[DUMP_COLUMNS_MAX]; /* NULL for SQL NULL */
};
struct dump_visit {
	enum status (*head)(void *context, const struct dump_row *row, struct fault *fault);
	enum status (*row)(void *context, const struct dump_row *row, struct fault *fault);
	void *context;
};
/* Visits the names of a table's columns and then every row; inside a reading transaction. */
enum status dump_table(struct db *db, const char *table, const struct dump_visit *visit,
                       struct fault *fault) MUST_CHECK;

/* Rows on their way into a table, inside a writing transaction. */
struct dump_filling {
	struct db_query query;
	size_t count;
};
struct dump_filling dump_filling_new(const struct dump_row *head, struct arena *arena);
enum status dump_fill(struct db *db, const struct dump_filling *filling, const char *const *values,
                      struct fault *fault) MUST_CHECK;
/* Whether a table has no row. */
enum status dump_is_empty(struct db *db, const char *table, bool *ret_is_empty,
                          struct fault *fault) MUST_CHECK;

/* Whether a table has a column of that name. */
enum status dump_has_column(struct db *db, const char *table, const char *column, bool *ret_has,
                            struct fault *fault) MUST_CHECK;
/* Removes the rows of a register that have this number in that column; inside a writing transaction. */
struct dump_rows {
	const char *table, *column;
	int64_t register_id, number;
	const char *
		among; /* of dump_copy, in the place of number: a table with a column of that name; or NULL */
};
enum status dump_remove(struct db *db, const struct dump_rows *rows, struct fault *fault) MUST_CHECK;
/*
 * Copies them to another database, inside a writing transaction there. filling is the caller's, empty at
 * first and one for each table: its statement is kept by the database, so it lives as long as that is used.
 */
enum status dump_copy(struct db *db, struct db *into, const struct dump_rows *rows,
                      struct dump_filling *filling, struct arena *arena, struct fault *fault) MUST_CHECK;
/* Puts 0 in the place of that number: the rows stay. */
enum status dump_blank(struct db *db, const struct dump_rows *rows, struct fault *fault) MUST_CHECK;

#endif
