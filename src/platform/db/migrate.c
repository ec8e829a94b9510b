/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/migrate.h"

#include <string.h>

#include "migrate_sql.h"
#include "platform/db/driver.h"

static const char make_table[] =
	"CREATE TABLE IF NOT EXISTS db_migration (name TEXT PRIMARY KEY, hash TEXT NOT NULL)";
static const char only_sqlite[] = "/*sqlite ";

/* The text for this engine: on SQLite its own comments are opened. */
static const char *text_for(struct db *db, const char *text, struct arena *arena)
{
	char *opened = arena_copy(arena, text);
	char *at = opened;

	if (db_engine(db) != DB_SQLITE)
		return opened;
	while ((at = strstr(at, only_sqlite)) != NULL) {
		char *close = strstr(at, "*/");

		memset(at, ' ', sizeof(only_sqlite) - 1);
		if (close != NULL)
			memset(close, ' ', 2);
	}
	return opened;
}

/* OK when it has run, NOT_FOUND when not, FAILED when it ran with another text. */
static enum status has_run(struct db *db, const struct db_migration *migration, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_text(migration->name) };
	enum status status = db_one(db, &sql_migrate_hash, values, COUNT(values), &rows, fault);

	if (status == OK && strcmp(db->driver->text(&rows, 0), migration->hash) != 0)
		return fault_set(fault, FAILED, "migration %s was changed after it had run", migration->name);
	return status;
}

static enum status run_missing(struct db *db, const struct db_migration *migration, struct arena *arena,
                               struct fault *fault)
{
	const struct value values[] = { value_text(migration->name), value_text(migration->hash) };
	enum status status = db->driver->lock_migrations(db, fault);

	if (status == OK)
		status = has_run(db, migration, fault);
	if (status != NOT_FOUND)
		return status;
	status = db->driver->execute(db, text_for(db, migration->text, arena), fault);
	return status == OK ? db_run(db, &sql_migrate_done, values, COUNT(values), fault) : status;
}

enum status db_migrate_first(struct db *db, size_t count, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)16 * 1024 * 1024);
	enum status status = db->driver->execute(db, make_table, fault);

	for (size_t i = 0; status == OK && i < count && i < all_migrations_count; i++) {
		status = db_begin(db, fault);
		if (status)
			return status;
		status = run_missing(db, &all_migrations[i], arena, fault);
		status = db_end(db, status, fault);
	}
	return status;
}

enum status db_migrate(struct db *db, struct fault *fault)
{
	return db_migrate_first(db, all_migrations_count, fault);
}

size_t db_migrated(struct db *db)
{
	struct fault ignored;
	size_t count = 0;

	while (count < all_migrations_count && has_run(db, &all_migrations[count], &ignored) == OK)
		count++;
	return count;
}

bool db_is_empty(struct db *db)
{
	return db_migrated(db) == 0;
}

enum status db_check_migrated(struct db *db, struct fault *fault)
{
	for (size_t i = 0; i < all_migrations_count; i++) {
		enum status status = has_run(db, &all_migrations[i], fault);

		if (status == NOT_FOUND || (status == FAILED && i == 0))
			return fault_set(
				fault, FAILED,
				"this database is not migrated; run: thuisregie migrate --database ...");
		if (status)
			return status;
	}
	return OK;
}
