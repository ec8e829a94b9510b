/* SPDX-License-Identifier: EUPL-1.2 */
/* What an engine must be able to do; only the files of this folder include this. */
#ifndef PLATFORM_DB_DRIVER_H
#define PLATFORM_DB_DRIVER_H

#include "platform/db/db.h"

struct db_driver {
	enum db_engine engine;
	/* Statements for the beginning of a writing and of a reading transaction. */
	const char *begin, *begin_read;
	enum status (*execute)(struct db *db, const char *sql, struct fault *fault);
	enum status (*select)(struct db *db, const struct db_query *query, const struct value *values,
	                      size_t count, struct db_rows *rows, struct fault *fault);
	/*
	 * Statements without rows inside a writing transaction, a query or words of the engine itself. They
	 * may be sent on without waiting: then one that fails shows at the next statement with rows or at
	 * settle, and those after it have done nothing. run NULL: as select; settle NULL: nothing waits.
	 */
	enum status (*run)(struct db *db, const struct db_query *query, const struct value *values,
	                   size_t count, struct fault *fault);
	enum status (*run_words)(struct db *db, const char *sql, struct fault *fault);
	enum status (*settle)(struct db *db, struct fault *fault);
	/*
	 * As run, for some rows of so many columns at once, always as many; their texts last until it
	 * returns. NULL: the engine has COPY.
	 */
	enum status (*run_rows)(struct db *db, const struct db_query *insert, const struct value *values,
	                        size_t columns, size_t rows, struct fault *fault);
	/* Rows as COPY reads them, after its words; in end whether they are to stay. NULL: one at a time. */
	enum status (*copy_begin)(struct db *db, const char *sql, struct fault *fault);
	enum status (*copy_rows)(struct db *db, const char *rows, size_t length, struct fault *fault);
	enum status (*copy_end)(struct db *db, bool is_whole, struct fault *fault);
	enum status (*next)(struct db_rows *rows, struct fault *fault);
	void (*done)(struct db_rows *rows);
	enum status (*prepare)(struct db *db, const struct db_query *query, struct fault *fault);
	/* Looks at what the tables hold, so as to choose the right index. NULL: the engine does so itself. */
	const char *look;
	/* Holds back every other process that migrates, until the transaction ends. */
	enum status (*lock_migrations)(struct db *db, struct fault *fault);
	/* Borrowed until the next row; NULL for SQL NULL. */
	const char *(*text)(const struct db_rows *rows, int column);
	int64_t (*number)(const struct db_rows *rows, int column);
	int (*columns)(const struct db_rows *rows);
	const char *(*column_name)(const struct db_rows *rows, int column);
	void (*close)(struct db *db);
};

enum db_transaction { DB_IDLE, DB_READING, DB_WRITING };

struct turnstile {
	int outer, inner; /* two lock files, -1 when not open */
};

struct db {
	const struct db_driver *driver;
	void *handle; /* sqlite3 * or PGconn * */
	void *cache;  /* the engine's prepared statements */
	char *where;
	char *state_directory; /* NULL for a side database */
	enum db_transaction transaction;
	int64_t writes, looks_after; /* since it was opened; at how many the tables are looked at again */
	int64_t writes_before;       /* those of this transaction */
	bool is_lost; /* a step of the transaction failed: nobody can tell what a commit would keep */
	struct turnstile turnstile;
};

enum status sqlite_open(const char *where, bool is_side, struct db *db, struct fault *fault) MUST_CHECK;
enum status postgres_open(const char *where, bool is_side, struct db *db, struct fault *fault) MUST_CHECK;

/*
 * Two locks in a row: take the outer, take the inner, give the outer back. Whoever waits for the inner holds
 * the outer, so that the next in line cannot be overtaken.
 */
enum status turnstile_open(struct turnstile *turnstile, const char *directory,
                           struct fault *fault) MUST_CHECK;
enum status turnstile_enter(struct turnstile *turnstile, struct fault *fault) MUST_CHECK;
void turnstile_leave(struct turnstile *turnstile);
void turnstile_close(struct turnstile *turnstile);

#endif
