/* SPDX-License-Identifier: EUPL-1.2 */
/* The SQLite engine: one file, write-ahead log, full durability, statements prepared once. */
#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/base/text.h"
#include "platform/db/driver.h"

#define CACHE_SLOTS 1024 /* a power of two, well above the number of queries */
#define BUSY_MS 20000
#define MANY_BYTES ((size_t)64 * 1024) /* of an insert of many rows */

struct cached {
	const struct db_query *query;
	sqlite3_stmt *statement;
	sqlite3_stmt *many; /* an insert's, of many rows */
};

static enum status failed(struct db *db, const char *what, struct fault *fault)
{
	return fault_set(fault, FAILED, "the database %s could not %s: %s", db->where, what,
	                 sqlite3_errmsg(db->handle));
}

static enum status sqlite_execute(struct db *db, const char *sql, struct fault *fault)
{
	return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? OK : failed(db, sql, fault);
}

static struct cached *cache_slot(struct db *db, const struct db_query *query)
{
	struct cached *cache = db->cache;
	size_t slot = ((uintptr_t)query >> 4) * 2654435761u;

	for (;; slot++) {
		struct cached *entry = &cache[slot & (CACHE_SLOTS - 1)];

		if (entry->query == query || entry->query == NULL)
			return entry;
	}
}

/* SQLite numbers $1 .. $n by first appearance and ?1 .. ?n as they say. */
static char *numbered(const char *text)
{
	char *copied = strdup(text);

	if (copied == NULL)
		abort();
	for (char *at = copied; (at = strchr(at, '$')) != NULL; at++)
		if (at[1] >= '1' && at[1] <= '9')
			*at = '?';
	return copied;
}

static enum status compile_text(struct db *db, const char *name, const char *text,
                                sqlite3_stmt **ret_statement, struct fault *fault)
{
	int result = sqlite3_prepare_v3(db->handle, text, -1, SQLITE_PREPARE_PERSISTENT, ret_statement, NULL);

	return result == SQLITE_OK ? OK : failed(db, name, fault);
}

static enum status compile(struct db *db, const struct db_query *query, sqlite3_stmt **ret_statement,
                           struct fault *fault)
{
	char *text = numbered(query->text);
	enum status status = compile_text(db, query->name, text, ret_statement, fault);

	free(text);
	return status;
}

/* The query's cached statement, compiled the first time; the rows' own where that is in use or not wanted. */
static enum status find_statement(struct db *db, const struct db_query *query, struct db_rows *rows,
                                  struct fault *fault)
{
	struct cached *entry = rows->is_own ? NULL : cache_slot(db, query);
	sqlite3_stmt *statement = NULL;
	enum status status;

	assert(query != NULL);
	if (entry != NULL && entry->statement != NULL && !sqlite3_stmt_busy(entry->statement)) {
		rows->handle = entry->statement;
		return OK;
	}
	status = compile(db, query, &statement, fault);
	if (status)
		return status;
	if (entry != NULL && entry->statement == NULL)
		entry->query = query, entry->statement = statement;
	else
		rows->is_own = true;
	rows->handle = statement;
	return OK;
}

/* keeps: whether SQLite makes a copy of a text; without it the text must last until the statement is reset.
 */
static int bind_value(sqlite3_stmt *statement, int index, const struct value *value, bool keeps)
{
	char date[DATE_TEXT_SIZE];

	switch (value->type) {
	case VALUE_NONE:
		return sqlite3_bind_null(statement, index);
	case VALUE_NUMBER:
		return sqlite3_bind_int64(statement, index, value->number);
	case VALUE_TEXT:
		return sqlite3_bind_text(statement, index, value->text, -1,
		                         keeps ? SQLITE_TRANSIENT : SQLITE_STATIC);
	case VALUE_DATE:
		(void)date_print((struct date){ (int32_t)value->number }, date);
		return sqlite3_bind_text(statement, index, date, -1, SQLITE_TRANSIENT);
	}
	return SQLITE_MISUSE;
}

static enum status bind(struct db *db, sqlite3_stmt *statement, const struct value *values, size_t count,
                        bool keeps, struct fault *fault)
{
	int last = sqlite3_bind_parameter_count(statement);

	for (int i = 0; i < last && i < (int)count; i++)
		if (bind_value(statement, i + 1, &values[i], keeps) != SQLITE_OK)
			return failed(db, "bind a value", fault);
	return OK;
}

static void sqlite_done(struct db_rows *rows)
{
	if (rows->is_own) {
		(void)sqlite3_finalize(rows->handle);
	} else {
		(void)sqlite3_reset(rows->handle);
		(void)sqlite3_clear_bindings(rows->handle);
	}
}

static enum status sqlite_select(struct db *db, const struct db_query *query, const struct value *values,
                                 size_t count, struct db_rows *rows, struct fault *fault)
{
	enum status status = find_statement(db, query, rows, fault);

	if (status)
		return status;
	status = bind(db, rows->handle, values, count, /* keeps= */ true, fault);
	if (status)
		sqlite_done(rows);
	return status;
}

static enum status sqlite_next(struct db_rows *rows, struct fault *fault)
{
	int result = sqlite3_step(rows->handle);

	if (result == SQLITE_ROW)
		return OK;
	return result == SQLITE_DONE ? NOT_FOUND : failed(rows->db, sqlite3_sql(rows->handle), fault);
}

/* Done before it returns, so that the texts need not be kept. */
static enum status sqlite_run(struct db *db, const struct db_query *query, const struct value *values,
                              size_t count, struct fault *fault)
{
	struct db_rows rows = { .db = db };
	enum status status = find_statement(db, query, &rows, fault);

	if (status)
		return status;
	status = bind(db, rows.handle, values, count, /* keeps= */ false, fault);
	if (status == OK)
		status = sqlite_next(&rows, fault);
	if (rows.is_own || status == FAILED || (int)count < sqlite3_bind_parameter_count(rows.handle))
		sqlite_done(&rows);
	else
		(void)sqlite3_reset(rows.handle);
	return status == NOT_FOUND ? OK : status;
}

/* The insert with VALUES (?, ?, ...), (?, ?, ...) and so on: in one statement the engine keeps its place. */
static enum status compile_many(struct db *db, const struct db_query *insert, size_t columns, size_t rows,
                                sqlite3_stmt **ret_statement, struct fault *fault)
{
	static const char values[] = "VALUES";
	const char *until = strstr(insert->text, values);
	CLEANUP(text_done) struct text words = text_new(MANY_BYTES);

	assert(until != NULL);
	text_add_part(&words, insert->text, (size_t)(until - insert->text) + sizeof(values) - 1);
	for (size_t i = 0; i < columns * rows; i++)
		text_add(&words, i % columns > 0 ? ", ?" : i > 0 ? "), (?" : " (?");
	text_add_char(&words, ')');
	return compile_text(db, insert->name, text_words(&words), ret_statement, fault);
}

static enum status sqlite_run_rows(struct db *db, const struct db_query *insert, const struct value *values,
                                   size_t columns, size_t rows, struct fault *fault)
{
	struct cached *entry = cache_slot(db, insert);
	enum status status = OK;

	entry->query = insert;
	if (entry->many == NULL)
		status = compile_many(db, insert, columns, rows, &entry->many, fault);
	if (status == OK)
		status = bind(db, entry->many, values, columns * rows, /* keeps= */ false, fault);
	if (status == OK && sqlite3_step(entry->many) != SQLITE_DONE)
		status = failed(db, insert->name, fault);
	(void)sqlite3_reset(entry->many);
	return status;
}

static enum status sqlite_prepare(struct db *db, const struct db_query *query, struct fault *fault)
{
	sqlite3_stmt *statement = NULL;
	enum status status = compile(db, query, &statement, fault);

	(void)sqlite3_finalize(statement);
	return status;
}

static enum status sqlite_lock_migrations(struct db *db, struct fault *fault)
{
	(void)db, (void)fault; /* BEGIN IMMEDIATE holds the others back */
	return OK;
}

static const char *sqlite_text(const struct db_rows *rows, int column)
{
	return (const char *)sqlite3_column_text(rows->handle, column);
}

static int64_t sqlite_number(const struct db_rows *rows, int column)
{
	return sqlite3_column_int64(rows->handle, column);
}

static int sqlite_columns(const struct db_rows *rows)
{
	return sqlite3_column_count(rows->handle);
}

static const char *sqlite_column_name(const struct db_rows *rows, int column)
{
	return sqlite3_column_name(rows->handle, column);
}

static void sqlite_close_all(struct db *db)
{
	struct cached *cache = db->cache;

	for (size_t i = 0; cache != NULL && i < CACHE_SLOTS; i++)
		(void)sqlite3_finalize(cache[i].statement), (void)sqlite3_finalize(cache[i].many);
	free(cache);
	(void)sqlite3_close(db->handle);
}

static const struct db_driver sqlite_driver = {
	.engine = DB_SQLITE,
	.begin = "BEGIN IMMEDIATE",
	.begin_read = "BEGIN",
	.look = "ANALYZE",
	.execute = sqlite_execute,
	.select = sqlite_select,
	.run = sqlite_run,
	.run_words = sqlite_execute,
	.run_rows = sqlite_run_rows,
	.next = sqlite_next,
	.done = sqlite_done,
	.prepare = sqlite_prepare,
	.lock_migrations = sqlite_lock_migrations,
	.text = sqlite_text,
	.number = sqlite_number,
	.columns = sqlite_columns,
	.column_name = sqlite_column_name,
	.close = sqlite_close_all,
};

/*
 * The log is folded into the file by the worker process; the large automatic limit is only the way out where
 * none runs. A side database can be made again, so it waits for nothing.
 */
static const char sqlite_settings[] =
	"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;"
	"PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=50000; PRAGMA secure_delete=ON;";
static const char sqlite_side_settings[] =
	"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; PRAGMA cache_size=-131072;"
	"PRAGMA temp_store=MEMORY;";

enum status sqlite_open(const char *where, bool is_side, struct db *db, struct fault *fault)
{
	sqlite3 *handle = NULL;

	db->driver = &sqlite_driver;
	/* We have no threads, so it needs no locks; this counts before its first use in a process. */
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (sqlite3_open_v2(where, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) {
		enum status status = fault_set(fault, FAILED, "cannot open the database %s: %s", where,
		                               handle == NULL ? "out of memory" : sqlite3_errmsg(handle));

		(void)sqlite3_close(handle);
		return status;
	}
	db->handle = handle;
	db->cache = calloc(CACHE_SLOTS, sizeof(struct cached));
	if (db->cache == NULL)
		abort();
	(void)sqlite3_busy_timeout(handle, BUSY_MS);
	return sqlite_execute(db, is_side ? sqlite_side_settings : sqlite_settings, fault);
}
