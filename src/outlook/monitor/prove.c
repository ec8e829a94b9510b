/* SPDX-License-Identifier: EUPL-1.2 */
/* The proof that every derived table follows from the facts alone. */
#include "common/journal/rebuild.h"
#include "outlook/monitor/monitor.h"
#include "platform/db/migrate.h"

static enum status compare_tables(const struct monitor *monitor, struct db *side, struct texts *differences,
                                  struct fault *fault)
{
	const struct journal_book *book = monitor->book;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < book->derived_tables_count; i++) {
		const char *difference = NULL;

		status = db_compare_table(monitor->db, side, book->derived_tables[i], monitor->arena,
		                          &difference, fault);
		if (status == OK && difference != NULL)
			differences->items[differences->count++] = difference;
	}
	return status;
}

enum status monitor_prove(const struct monitor *monitor, bool (*progress)(void *context, int64_t facts),
                          void *context, struct texts *ret_differences, struct fault *fault)
{
	CLEANUP(db_closep) struct db *side = NULL;
	enum status status = db_open_side(monitor->db, &side, fault);

	if (status == OK)
		status = db_migrate(side, fault);
	if (status == OK)
		status = db_begin_read(monitor->db, fault);
	if (status)
		return status;
	*ret_differences =
		(struct texts){ .items = ARENA_MANY(monitor->arena, monitor->book->derived_tables_count + 1,
		                                    const char *) };
	status = journal_rebuild(monitor->db, side, monitor->book, progress, context, fault);
	if (status == FINDINGS) {
		ret_differences->items[ret_differences->count++] = arena_copy(monitor->arena, fault->words);
		status = OK;
	} else if (status == OK) {
		status = compare_tables(monitor, side, ret_differences, fault);
	}
	db_rollback(monitor->db);
	return status;
}
