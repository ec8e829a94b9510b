/* SPDX-License-Identifier: EUPL-1.2 */
/* For work that goes through much of a database at once. */
#ifndef PLATFORM_DB_BULK_H
#define PLATFORM_DB_BULK_H

#include "platform/base/text.h"
#include "platform/db/db.h"

/*
 * Keeps little of SQLite's file in memory from now on: for a process that goes through much of it once. The
 * system keeps what is read often. Nothing on PostgreSQL.
 */
enum status db_keep_little(struct db *db, struct fault *fault) MUST_CHECK;

/* Whether texts stand in the order of their bytes: always on SQLite, on PostgreSQL nobody says so. */
bool db_has_order_of_bytes(const struct db *db);

#define BULK_VALUES 340 /* of the rows that SQLite takes together */

/* Rows on their way into a table. Begin with { 0 }. */
struct db_bulk {
	struct db *db;
	const struct db_query *insert;
	struct text rows; /* that wait to be sent, or the texts of values */
	struct value values[BULK_VALUES];
	size_t columns, count; /* count: of values; a text is a place in rows until it is sent */
};
/*
 * Many rows into one table, inside a writing transaction, with nothing else between begin and end: COPY on
 * PostgreSQL, on SQLite an insert of some rows at a time. It is INSERT INTO table (columns) VALUES ($1, ...,
 * $n), in order.
 */
enum status db_bulk_begin(struct db *db, const struct db_query *insert, struct db_bulk *ret_bulk,
                          struct fault *fault) MUST_CHECK;
enum status db_bulk_row(struct db_bulk *bulk, const struct value *values, size_t count,
                        struct fault *fault) MUST_CHECK;
/* To be called whatever happened; status is how it went, and is passed on when the rows are in. */
enum status db_bulk_end(struct db_bulk *bulk, enum status status, struct fault *fault) MUST_CHECK;

#endif
