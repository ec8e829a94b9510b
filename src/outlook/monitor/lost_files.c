/* SPDX-License-Identifier: EUPL-1.2 */
/* Promise 9, of what lies beside the database: every file that was attached is there, byte for byte. */
#include <string.h>

#include "common/journal/register.h"
#include "monitor_sql.h"
#include "outlook/monitor/counting.h"
#include "platform/base/words.h"
#include "platform/db/depot.h"

#define ROW_BYTES ((size_t)64 * 1024)

/* What is wrong with what is in a file; NULL where nothing is. */
static enum status judge(const struct monitor *monitor, int64_t register_id, const char *digest,
                         const char **ret_words, struct fault *fault)
{
	char name[DEPOT_NAME_SIZE], found[DEPOT_DIGEST_SIZE] = "";
	enum status status = depot_digest(monitor->db, depot_name(register_id, digest, name), found, fault);

	*ret_words = NULL;
	if (status == NOT_FOUND)
		*ret_words = WORDS("de inhoud van een bestand in het dossier is weg");
	else if (status == OK && strcmp(found, digest) != 0)
		*ret_words = WORDS("de inhoud van een bestand in het dossier is veranderd");
	return status == NOT_FOUND ? OK : status;
}

/* A database that says what was known at a moment has rows of files that have gone since. */
static enum status is_of_then(const struct monitor *monitor, bool *ret_is, struct fault *fault)
{
	struct moment until = { 0 };
	enum status status = journal_known_until(monitor->db, &until, fault);

	*ret_is = until.seconds != 0;
	return status;
}

enum status monitor_lost_files(const struct monitor *monitor, int64_t register_id, struct records *ret_lost,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROW_BYTES);
	const struct value values[] = { value_number(register_id) };
	bool is_old = false;
	size_t room = 0;
	enum status status = is_of_then(monitor, &is_old, fault);

	*ret_lost = (struct records){ 0 };
	if (status != OK || is_old)
		return status;
	status = db_select(monitor->db, &sql_monitor_files, values, COUNT(values), &rows, fault);
	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct violation lost = { register_id, db_number(&rows, 0), db_number(&rows, 1), NULL };

		arena_clear(arena);
		status = judge(monitor, register_id, db_text(&rows, 2, arena), &lost.words, fault);
		if (status != OK || lost.words == NULL)
			continue;
		ret_lost->items = arena_with_room(monitor->arena, ret_lost->items, ret_lost->count, &room,
		                                  sizeof(lost));
		((struct violation *)ret_lost->items)[ret_lost->count++] = lost;
	}
	return status == NOT_FOUND ? OK : status;
}

enum status count_lost_files(struct counting *counting, struct fault *fault)
{
	struct records lost = { 0 };
	enum status status = monitor_lost_files(counting->monitor, counting->register_id, &lost, fault);

	for (size_t i = 0; status == OK && i < lost.count; i++)
		counting_add(counting, 9, 1, ((const struct violation *)lost.items)[i]);
	return status;
}
