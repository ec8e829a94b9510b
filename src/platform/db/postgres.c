/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The PostgreSQL engine: one connection, statements prepared once, answers held whole. In a writing
 * transaction what has no rows is sent on without waiting (libpq's pipeline mode): most of the time would be
 * spent there.
 */
#include <inttypes.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/db/driver.h"

#define MAX_VALUES 64
#define NUMBER_TEXT_SIZE 24

#define SENT_MAX 64 /* so few that neither side can fill the other's buffer while both are writing */

/* What is known of the connection. */
struct prepared {
	const struct db_query **queries;
	size_t count, size;
	const char *sent[SENT_MAX]; /* the names of what was sent and not yet answered */
	size_t sent_count;
};

static enum status failed(struct db *db, const char *what, struct fault *fault)
{
	return fault_set(fault, FAILED, "the database could not %s: %s", what, PQerrorMessage(db->handle));
}

/* --- what was sent without waiting --- */

static bool is_fine(const PGresult *result)
{
	ExecStatusType how = PQresultStatus(result);

	return how == PGRES_COMMAND_OK || how == PGRES_TUPLES_OK;
}

/* The answers to one statement; the last one that is fine, or the first mistake. */
static enum status read_answer(struct db *db, const char *name, PGresult **ret_result, struct fault *fault)
{
	enum status status = OK;
	PGresult *result;

	*ret_result = NULL;
	while ((result = PQgetResult(db->handle)) != NULL) {
		if (!is_fine(result) && status == OK)
			status = fault_set(fault, FAILED, "the database could not %s: %s", name,
			                   PQresultErrorMessage(result));
		PQclear(*ret_result);
		*ret_result = result;
	}
	if (*ret_result == NULL && status == OK)
		status = failed(db, name, fault);
	return status;
}

/* Waits for all that was sent. ret_result has the answer to the last, or it is NULL; the caller clears it. */
static enum status read_answers(struct db *db, PGresult **ret_result, struct fault *fault)
{
	struct prepared *prepared = db->cache;
	struct fault ignored;
	enum status status = OK;

	*ret_result = NULL;
	if (PQpipelineSync(db->handle) != 1)
		status = failed(db, "be reached", fault);
	for (size_t i = 0; i < prepared->sent_count; i++) {
		PQclear(*ret_result);
		if (read_answer(db, prepared->sent[i], ret_result, status == OK ? fault : &ignored) != OK)
			status = FAILED;
	}
	prepared->sent_count = 0;
	PQclear(PQgetResult(db->handle)); /* the sync point itself */
	return status;
}

/* Whether statements are being sent without waiting. */
static bool is_sending(const struct db *db)
{
	return PQpipelineStatus(db->handle) != PQ_PIPELINE_OFF;
}

static enum status postgres_settle(struct db *db, struct fault *fault)
{
	const struct prepared *prepared = db->cache;
	PGresult *last = NULL;
	enum status status = prepared->sent_count == 0 ? OK : read_answers(db, &last, fault);

	PQclear(last);
	return status;
}

/* Ends sending, so that a statement of any kind can be run by itself. */
static enum status stop_sending(struct db *db, struct fault *fault)
{
	enum status status = postgres_settle(db, fault);

	if (is_sending(db) && PQexitPipelineMode(db->handle) != 1 && status == OK)
		status = failed(db, "stop sending", fault);
	return status;
}

/* Notes that a statement was sent; is_sent is what libpq said of it. */
static enum status note_sent(struct db *db, const char *name, int is_sent, struct fault *fault)
{
	struct prepared *prepared = db->cache;

	if (is_sent != 1)
		return failed(db, name, fault);
	prepared->sent[prepared->sent_count++] = name;
	return OK;
}

/* Makes room to send one more. */
static enum status begin_sending(struct db *db, struct fault *fault)
{
	const struct prepared *prepared = db->cache;

	if (prepared->sent_count == SENT_MAX)
		return postgres_settle(db, fault);
	return is_sending(db) || PQenterPipelineMode(db->handle) == 1 ? OK : failed(db, "send", fault);
}

static enum status postgres_run_words(struct db *db, const char *sql, struct fault *fault)
{
	enum status status = begin_sending(db, fault);

	if (status)
		return status;
	return note_sent(db, sql, PQsendQueryParams(db->handle, sql, 0, NULL, NULL, NULL, NULL, 0), fault);
}

/* --- statements --- */

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
	enum status status = stop_sending(db, fault);
	PGresult *result;
	ExecStatusType how;
	bool is_undone;

	if (status == OK)
		status = reconnect(db, fault);
	if (status != OK && strcmp(sql, "ROLLBACK") != 0)
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
	enum status status;

	if (is_prepared(prepared, query))
		return OK;
	status = stop_sending(db, fault);
	if (status)
		return status;
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

/* The values of a call as PostgreSQL reads them. */
struct words {
	char scratch[MAX_VALUES][NUMBER_TEXT_SIZE];
	const char *items[MAX_VALUES];
	int count;
};

static void set_words(struct words *words, const struct value *values, size_t count)
{
	words->count = (int)count;
	for (size_t i = 0; i < count && i < MAX_VALUES; i++)
		words->items[i] = value_words(&values[i], words->scratch[i]);
}

static enum status postgres_run(struct db *db, const struct db_query *query, const struct value *values,
                                size_t count, struct fault *fault)
{
	struct words words;
	enum status status = postgres_prepare(db, query, fault);

	if (status == OK)
		status = begin_sending(db, fault);
	if (status)
		return status;
	set_words(&words, values, count);
	return note_sent(
		db, query->name,
		PQsendQueryPrepared(db->handle, query->name, words.count, words.items, NULL, NULL, 0), fault);
}

/* Behind what was sent before it, and all of it waited for together. */
static enum status select_behind(struct db *db, const struct db_query *query, const struct words *words,
                                 PGresult **ret_result, struct fault *fault)
{
	enum status status = begin_sending(db, fault);

	if (status == OK)
		status = note_sent(db, query->name,
		                   PQsendQueryPrepared(db->handle, query->name, words->count, words->items,
		                                       NULL, NULL, 0),
		                   fault);
	return status == OK ? read_answers(db, ret_result, fault) : status;
}

static enum status postgres_select(struct db *db, const struct db_query *query, const struct value *values,
                                   size_t count, struct db_rows *rows, struct fault *fault)
{
	struct words words;
	PGresult *result = NULL;
	enum status status = rows->is_own ? stop_sending(db, fault) : OK;

	if (status == OK)
		status = reconnect(db, fault);
	if (status == OK && !rows->is_own)
		status = postgres_prepare(db, query, fault);
	if (status)
		return status;
	set_words(&words, values, count);
	if (is_sending(db))
		status = select_behind(db, query, &words, &result, fault);
	else if (rows->is_own)
		result = PQexecParams(db->handle, query->text, words.count, NULL, words.items, NULL, NULL, 0);
	else
		result = PQexecPrepared(db->handle, query->name, words.count, words.items, NULL, NULL, 0);
	if (status == OK && !is_fine(result))
		status = failed(db, query->name, fault);
	if (status) {
		PQclear(result);
		return status;
	}
	rows->handle = result;
	rows->row = -1;
	return OK;
}

/* --- many rows --- */

static enum status postgres_copy_begin(struct db *db, const char *sql, struct fault *fault)
{
	enum status status = stop_sending(db, fault);
	PGresult *result;
	ExecStatusType how;

	if (status)
		return status;
	result = PQexec(db->handle, sql);
	how = PQresultStatus(result);
	PQclear(result);
	return how == PGRES_COPY_IN ? OK : failed(db, sql, fault);
}

static enum status postgres_copy_rows(struct db *db, const char *rows, size_t length, struct fault *fault)
{
	return PQputCopyData(db->handle, rows, (int)length) == 1 ? OK : failed(db, "take rows", fault);
}

/* Also when it never began: then there is nothing to end. */
static enum status postgres_copy_end(struct db *db, bool is_whole, struct fault *fault)
{
	bool is_sent = PQputCopyEnd(db->handle, is_whole ? NULL : "it is not whole") == 1;
	enum status status = is_sent ? OK : failed(db, "end the rows", fault);
	PGresult *result;

	while ((result = PQgetResult(db->handle)) != NULL) {
		if (!is_fine(result) && status == OK)
			status = fault_set(fault, FAILED, "the database could not keep the rows: %s",
			                   PQresultErrorMessage(result));
		PQclear(result);
	}
	return status;
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
	.run = postgres_run,
	.run_words = postgres_run_words,
	.settle = postgres_settle,
	.copy_begin = postgres_copy_begin,
	.copy_rows = postgres_copy_rows,
	.copy_end = postgres_copy_end,
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
