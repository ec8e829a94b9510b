/* SPDX-License-Identifier: EUPL-1.2 */
/* The PostgreSQL engine: one connection, statements prepared once, answers held whole. */
#include <inttypes.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/db/driver.h"

#define MAX_VALUES 64
#define NUMBER_TEXT_SIZE 24

struct prepared {
	const struct db_query **queries;
	size_t count, size;
};

static enum status failed(struct db *db, const char *what, struct fault *fault)
{
	return fault_set(fault, FAILED, "the database could not %s: %s", what, PQerrorMessage(db->handle));
}

/* A lost connection is made anew, but never in the middle of a transaction. */
static enum status reconnect(struct db *db, struct fault *fault)
{
	struct prepared *prepared = db->cache;

	if (PQstatus(db->handle) == CONNECTION_OK || db->transaction != DB_IDLE)
		return OK;
	PQreset(db->handle);
	prepared->count = 0;
	return PQstatus(db->handle) == CONNECTION_OK ? OK : failed(db, "be reached again", fault);
}

static enum status postgres_execute(struct db *db, const char *sql, struct fault *fault)
{
	enum status status = reconnect(db, fault);
	PGresult *result;
	ExecStatusType how;
	bool is_undone;

	if (status)
		return status;
	result = PQexec(db->handle, sql);
	how = PQresultStatus(result);
	/* after a failure COMMIT is answered with ROLLBACK, and that is called a success */
	is_undone = how == PGRES_COMMAND_OK && strcmp(sql, "COMMIT") == 0 &&
	            strcmp(PQcmdStatus(result), "ROLLBACK") == 0;
	PQclear(result);
	if (is_undone)
		return fault_set(fault, FAILED,
		                 "something failed earlier in the transaction, so none of it is kept");
	return how == PGRES_COMMAND_OK || how == PGRES_TUPLES_OK ? OK : failed(db, sql, fault);
}

static bool is_prepared(const struct prepared *prepared, const struct db_query *query)
{
	for (size_t i = 0; i < prepared->count; i++)
		if (prepared->queries[i] == query)
			return true;
	return false;
}

static enum status postgres_prepare(struct db *db, const struct db_query *query, struct fault *fault)
{
	struct prepared *prepared = db->cache;
	PGresult *result;
	ExecStatusType how;

	if (is_prepared(prepared, query))
		return OK;
	result = PQprepare(db->handle, query->name, query->text, 0, NULL);
	how = PQresultStatus(result);
	PQclear(result);
	if (how != PGRES_COMMAND_OK)
		return failed(db, query->name, fault);
	if (prepared->count == prepared->size) {
		prepared->size = prepared->size == 0 ? 256 : 2 * prepared->size;
		prepared->queries = realloc(prepared->queries, prepared->size * sizeof(*prepared->queries));
		if (prepared->queries == NULL)
			abort();
	}
	prepared->queries[prepared->count++] = query;
	return OK;
}

/* The value as PostgreSQL reads it; numbers and dates are written into scratch. */
static const char *value_words(const struct value *value, char scratch[static NUMBER_TEXT_SIZE])
{
	switch (value->type) {
	case VALUE_NONE:
		return NULL;
	case VALUE_TEXT:
		return value->text;
	case VALUE_NUMBER:
		(void)snprintf(scratch, NUMBER_TEXT_SIZE, "%" PRId64, value->number);
		return scratch;
	case VALUE_DATE:
		return date_print((struct date){ (int32_t)value->number }, scratch);
	}
	return NULL;
}

static enum status postgres_select(struct db *db, const struct db_query *query, const struct value *values,
                                   size_t count, struct db_rows *rows, struct fault *fault)
{
	char scratch[MAX_VALUES][NUMBER_TEXT_SIZE];
	const char *words[MAX_VALUES] = { NULL };
	PGresult *result;
	ExecStatusType how;
	enum status status = reconnect(db, fault);

	if (status == OK && !rows->is_own)
		status = postgres_prepare(db, query, fault);
	if (status)
		return status;
	for (size_t i = 0; i < count && i < MAX_VALUES; i++)
		words[i] = value_words(&values[i], scratch[i]);
	if (rows->is_own)
		result = PQexecParams(db->handle, query->text, (int)count, NULL, words, NULL, NULL, 0);
	else
		result = PQexecPrepared(db->handle, query->name, (int)count, words, NULL, NULL, 0);
	how = PQresultStatus(result);
	if (how != PGRES_COMMAND_OK && how != PGRES_TUPLES_OK) {
		PQclear(result);
		return failed(db, query->name, fault);
	}
	rows->handle = result;
	rows->row = -1;
	return OK;
}

static enum status postgres_next(struct db_rows *rows, struct fault *fault)
{
	(void)fault;
	rows->row++;
	return rows->row < PQntuples(rows->handle) ? OK : NOT_FOUND;
}

static void postgres_done(struct db_rows *rows)
{
	PQclear(rows->handle);
}

static enum status postgres_lock_migrations(struct db *db, struct fault *fault)
{
	return postgres_execute(db, "SELECT pg_advisory_xact_lock(20150101)", fault);
}

static const char *postgres_text(const struct db_rows *rows, int column)
{
	if (PQgetisnull(rows->handle, rows->row, column))
		return NULL;
	return PQgetvalue(rows->handle, rows->row, column);
}

static int64_t postgres_number(const struct db_rows *rows, int column)
{
	return strtoimax(PQgetvalue(rows->handle, rows->row, column), NULL, 10);
}

static int postgres_columns(const struct db_rows *rows)
{
	return PQnfields(rows->handle);
}

static const char *postgres_column_name(const struct db_rows *rows, int column)
{
	return PQfname(rows->handle, column);
}

static void postgres_close(struct db *db)
{
	struct prepared *prepared = db->cache;

	if (prepared != NULL)
		free(prepared->queries);
	free(prepared);
	PQfinish(db->handle);
}

static const struct db_driver postgres_driver = {
	.engine = DB_POSTGRES,
	.begin = "BEGIN",
	.begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
	.execute = postgres_execute,
	.select = postgres_select,
	.next = postgres_next,
	.done = postgres_done,
	.prepare = postgres_prepare,
	.lock_migrations = postgres_lock_migrations,
	.text = postgres_text,
	.number = postgres_number,
	.columns = postgres_columns,
	.column_name = postgres_column_name,
	.close = postgres_close,
};

static void stay_quiet(void *context, const char *message)
{
	(void)context, (void)message; /* notices; errors come back with the call */
}

/*
 * The tables of a side database are temporary: they go with the connection, however it ends. Statements are
 * planned while they are empty, when reading all of a table looks cheapest; nobody would plan them again.
 */
static const char side_settings[] = "SET search_path TO pg_temp; SET enable_seqscan TO off";

enum status postgres_open(const char *where, bool is_side, struct db *db, struct fault *fault)
{
	db->driver = &postgres_driver;
	db->handle = PQconnectdb(where);
	db->cache = calloc(1, sizeof(struct prepared));
	if (db->cache == NULL)
		abort();
	if (PQstatus(db->handle) != CONNECTION_OK)
		return failed(db, "be reached", fault);
	(void)PQsetNoticeProcessor(db->handle, stay_quiet, NULL);
	return is_side ? postgres_execute(db, side_settings, fault) : OK;
}
