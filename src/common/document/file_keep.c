/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What is in files, and when it may go. Whoever puts it in the depot and whoever takes it out are the
 * register's one writer while they do, so that what somebody attaches is never what another is removing.
 */
#include <stdlib.h>
#include <string.h>

#include "common/document/file.h"
#include "common/journal/register.h"
#include "document_sql.h"
#include "platform/db/depot.h"

#define NAMES_BYTES ((size_t)16 * 1024 * 1024)

struct removal {
	const char *digest;
};
static const struct field removal_fields[] = { FIELD(struct removal, digest) };
static const struct record removal_record = RECORD(struct removal, "removal", removal_fields);

enum status file_let_go(struct db *db, int64_t register_id, const char *digest, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_text(digest) };
	char name[DEPOT_NAME_SIZE];
	enum status status = db_one(db, &sql_document_uses_digest, values, COUNT(values), &rows, fault);

	return status == NOT_FOUND ? depot_remove(db, depot_name(register_id, digest, name), fault) : status;
}

/* As the register's one writer; what was to go is told only after it went. */
static enum status let_go_alone(struct db *db, int64_t register_id, const char *digest, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(digest) };
	enum status status = db_begin(db, fault);

	if (status)
		return status;
	status = journal_hold(db, register_id, fault);
	if (status == OK)
		status = file_let_go(db, register_id, digest, fault);
	if (status == OK)
		status = db_run(db, &sql_document_removed, values, COUNT(values), fault);
	return db_end(db, status, fault);
}

static enum status clear(struct db *db, int64_t register_id, const struct records *removals,
                         struct fault *fault)
{
	const struct removal *items = removals->items;
	int handle = -1;
	enum status status = depot_hold_alone(db, &handle, fault);

	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	for (size_t i = 0; status == OK && i < removals->count; i++)
		status = let_go_alone(db, register_id, items[i].digest, fault);
	depot_release(&handle);
	return status;
}

enum status files_clear(struct db *db, int64_t register_id, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(NAMES_BYTES);
	const struct value values[] = { value_number(register_id) };
	struct records removals = { 0 };
	enum status status = db_list(db, &sql_document_removals, values, COUNT(values),
	                             &(struct db_list){ &removal_record, arena, &removals }, fault);

	return status == OK && removals.count > 0 ? clear(db, register_id, &removals, fault) : status;
}

/* --- what is of no file --- */

/* "12-abc..": the register, and the digest; false of a name that is not ours. */
static bool read_name(const char *name, int64_t *ret_register_id, const char **ret_digest)
{
	char *end = NULL;

	*ret_register_id = strtoll(name, &end, 10);
	*ret_digest = end + 1;
	return name[0] >= '0' && name[0] <= '9' && *end == '-' && strlen(end + 1) == DEPOT_DIGEST_SIZE - 1 &&
	       strspn(end + 1, "0123456789abcdef") == DEPOT_DIGEST_SIZE - 1;
}

static enum status sweep_one(struct db *db, const char *name, struct fault *fault)
{
	int64_t register_id = 0;
	const char *digest = NULL;

	if (name[0] == '.')
		return depot_remove(db, name, fault);
	return read_name(name, &register_id, &digest) ? let_go_alone(db, register_id, digest, fault) : OK;
}

enum status files_sweep(struct db *db, struct moment before, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(NAMES_BYTES);
	struct texts names = { 0 };
	int handle = -1;
	enum status status = depot_hold_alone(db, &handle, fault);

	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	status = depot_old(db, before, arena, &names, fault);
	for (size_t i = 0; status == OK && i < names.count; i++)
		status = sweep_one(db, names.items[i], fault);
	depot_release(&handle);
	return status;
}
