/* SPDX-License-Identifier: EUPL-1.2 */
/* Migrations: one numbered list for both engines, forward only; changing one that has run is an error. */
#ifndef PLATFORM_DB_MIGRATE_H
#define PLATFORM_DB_MIGRATE_H

#include "platform/db/db.h"

struct db_migration {
	const char *name; /* 0001_journal */
	const char
		*text; /* statements; what stands in a comment that begins with "sqlite" is for SQLite only */
	const char *hash; /* SHA-256 of the text, hexadecimal */
};

/* All migrations in order; written by tools/sqlembed. */
extern const struct db_migration all_migrations[];
extern const size_t all_migrations_count;

/* Runs those that have not run yet, each in a transaction of its own. */
enum status db_migrate(struct db *db, struct fault *fault) MUST_CHECK;
/* The same up to so many of them, for a database of before the others. */
enum status db_migrate_first(struct db *db, size_t count, struct fault *fault) MUST_CHECK;
/* How many have run, one after another. */
size_t db_migrated(struct db *db);
/* No migration has run: there is nothing in it of ours. */
bool db_is_empty(struct db *db);
/* Whether every migration has run; FAILED with words when one has not. */
enum status db_check_migrated(struct db *db, struct fault *fault) MUST_CHECK;

#endif
