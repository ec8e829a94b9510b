/* SPDX-License-Identifier: EUPL-1.2 */
/* For work that goes through much of a database at once. */
#ifndef PLATFORM_DB_BULK_H
#define PLATFORM_DB_BULK_H

#include "platform/db/db.h"

/*
 * Keeps little of SQLite's file in memory from now on: for a process that goes through much of it once. The
 * system keeps what is read often. Nothing on PostgreSQL.
 */
enum status db_keep_little(struct db *db, struct fault *fault) MUST_CHECK;

#endif
