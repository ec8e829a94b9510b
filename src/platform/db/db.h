/* SPDX-License-Identifier: EUPL-1.2 */
/* One interface to SQLite and PostgreSQL: named queries of one SQL text, typed parameters, rows by column. */
#ifndef PLATFORM_DB_DB_H
#define PLATFORM_DB_DB_H

#include "platform/base/date.h"
#include "platform/base/fault.h"
#include "platform/record/record.h"

struct db;

enum db_engine { DB_SQLITE, DB_POSTGRES };

/* A statement from a .sql file; the name is the one it has there. Parameters are $1 .. $n. */
struct db_query {
	const char *name;
	const char *text;
};

enum value_type { VALUE_NONE, VALUE_NUMBER, VALUE_TEXT, VALUE_DATE };

struct value {
	enum value_type type;
	int64_t number;
	const char *text;
};

static inline struct value value_number(int64_t number)
{
	return (struct value){ .type = VALUE_NUMBER, .number = number };
}

/* NULL becomes SQL NULL. */
static inline struct value value_text(const char *text)
{
	return (struct value){ .type = text == NULL ? VALUE_NONE : VALUE_TEXT, .text = text };
}
static inline struct value value_text_or_empty(const char *text)
{
	return value_text(or_empty(text));
}

/* No date becomes SQL NULL. */
static inline struct value value_date(struct date date)
{
	return (struct value){ .type = date_is(date) ? VALUE_DATE : VALUE_NONE, .number = date.day };
}

static inline struct value value_moment(struct moment moment)
{
	return (struct value){ .type = VALUE_NUMBER, .number = moment.seconds };
}

/* Rows of one answer; begin with { 0 }, end with db_rows_done. */
struct db_rows {
	struct db *db;
	void *handle; /* the engine's statement or result */
	int row;      /* of a result that is held whole: the current row */
	bool is_own;  /* the statement is not the cached one and ends with the rows */
};

/* Opens a file (SQLite; made when absent) or a URL postgresql://... */
enum status db_open(const char *where, struct db **ret_db, struct fault *fault) MUST_CHECK;
/* Another connection to the same database. */
enum status db_open_again(const struct db *db, struct db **ret_db, struct fault *fault) MUST_CHECK;
void db_close(struct db *db);
void db_closep(struct db **db);
enum db_engine db_engine(const struct db *db);
/* Where this database keeps its files outside itself (key, read log, daily heads); made when absent. */
const char *db_state_directory(const struct db *db);

/*
 * Runs a statement that returns no rows. Inside a writing transaction the engine need not wait for it: then a
 * failure shows at the next statement that returns rows, at the end of a savepoint, or at the commit.
 */
enum status db_run(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                   struct fault *fault) MUST_CHECK;
/* Runs a statement and leaves its rows to be read with db_next. */
enum status db_select(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                      struct db_rows *ret_rows, struct fault *fault) MUST_CHECK;
/* Moves to the next row: OK, NOT_FOUND after the last, FAILED. */
enum status db_next(struct db_rows *rows, struct fault *fault) MUST_CHECK;
void db_rows_done(struct db_rows *rows);
/* As db_select and one db_next: OK with the row, NOT_FOUND without one. */
enum status db_one(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                   struct db_rows *ret_rows, struct fault *fault) MUST_CHECK;

/* Columns of the current row, from 0. NULL reads as 0, "" or no date. */
int64_t db_number(const struct db_rows *rows, int column);
const char *db_text(const struct db_rows *rows, int column, struct arena *arena);
struct date db_date(const struct db_rows *rows, int column);
struct moment db_moment(const struct db_rows *rows, int column);
/* Fills the fields of item that have a column of the same name (flags from 0/1, moments from seconds). */
void db_record(const struct db_rows *rows, const struct record *record, void *item, struct arena *arena);

/* Where a list goes: structs of the record, in arena. */
struct db_list {
	const struct record *record;
	struct arena *arena;
	struct records *ret;
};
/* All rows of an answer as structs; at most 100,000. */
enum status db_list(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                    const struct db_list *list, struct fault *fault) MUST_CHECK;

/*
 * A transaction that writes. On SQLite it passes a turnstile of two locks first, so that no writer starves.
 * Nested transactions are a bug. db_rollback after a failed commit is harmless. FAILED: nothing was kept.
 */
enum status db_begin(struct db *db, struct fault *fault) MUST_CHECK;
enum status db_commit(struct db *db, struct fault *fault) MUST_CHECK;
void db_rollback(struct db *db);
/* Ends it according to how it went: commits after OK, else rolls back and passes the status on. */
enum status db_end(struct db *db, enum status status, struct fault *fault) MUST_CHECK;
bool db_is_writing(const struct db *db);
/* No transaction is open. */
bool db_is_idle(const struct db *db);
/*
 * Inside a writing transaction: remember this point, keep what came since the last one remembered, or go back
 * to it. What cannot be kept is FAILED and taken back.
 */
enum db_savepoint { DB_SAVE, DB_RELEASE, DB_BACK };
enum status db_savepoint(struct db *db, enum db_savepoint step, struct fault *fault) MUST_CHECK;
/* A transaction that only reads, all its answers from one state of the database; end it with db_rollback. */
enum status db_begin_read(struct db *db, struct fault *fault) MUST_CHECK;

/*
 * An empty database beside this one, on the same engine, of which nothing remains after db_close or a crash.
 * Its commits do not wait for the disk.
 */
enum status db_open_side(const struct db *db, struct db **ret_side, struct fault *fault) MUST_CHECK;
/*
 * Compares all rows of a table in two databases of one engine. ret_difference is NULL when they are equal,
 * else a sentence in arena about the first difference.
 */
enum status db_compare_table(struct db *db, struct db *other, const char *table, struct arena *arena,
                             const char **ret_difference, struct fault *fault) MUST_CHECK;

/* Prepares the query without running it: whether its text is right on this engine. */
enum status db_prepare(struct db *db, const struct db_query *query, struct fault *fault) MUST_CHECK;
/*
 * Looks at what SQLite's tables hold, from time to time; PostgreSQL does so itself. An engine that does not
 * know takes a whole register for ten rows, and reads all of it where an index has the one row that is asked.
 */
enum status db_look(struct db *db, struct fault *fault) MUST_CHECK;
/* Folds SQLite's write-ahead log into the file; nothing on PostgreSQL. */
enum status db_checkpoint(struct db *db, struct fault *fault) MUST_CHECK;

#endif
