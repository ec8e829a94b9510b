/* SPDX-License-Identifier: EUPL-1.2 */
#define _DEFAULT_SOURCE /* realpath */
#include "outlook/known/known.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/access/access.h"
#include "common/journal/rebuild.h"
#include "common/journal/register.h"
#include "common/person/relation.h"
#include "common/person/vault.h"
#include "platform/db/migrate.h"

#define PATH_BYTES 4096
#define ROOM_BYTES ((size_t)4 * 1024 * 1024)

/* --- making --- */

/* Nobody but the owner may read it, and nobody else makes it at the same time. */
static enum status make_file(const char *file, struct fault *fault)
{
	int handle = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (handle < 0)
		return fault_set(fault, errno == EEXIST ? WRONG_USE : FAILED, "cannot make the file %s: %s",
		                 file, strerror(errno));
	(void)close(handle);
	return OK;
}

/* The key of the one database is found by way of the other; it is not copied. */
static enum status point_at_key(const struct db *db, const struct db *into, struct fault *fault)
{
	char directory[PATH_MAX], key[PATH_MAX + 8], link[PATH_BYTES];

	if (realpath(db_state_directory(db), directory) == NULL)
		return fault_set(fault, FAILED, "cannot find %s: %s", db_state_directory(db),
		                 strerror(errno));
	(void)snprintf(key, sizeof(key), "%s/key", directory);
	(void)snprintf(link, sizeof(link), "%s/key", db_state_directory(into));
	if (symlink(key, link) != 0)
		return fault_set(fault, FAILED, "cannot make %s: %s", link, strerror(errno));
	return OK;
}

/* What is outside a rebuild, and what pages are read with all the same. */
static enum status copy_people(const struct known_order *order, struct db *into, int64_t register_id,
                               int64_t last, struct fault *fault)
{
	const struct vault_copy people = { order->db, into, register_id, last };
	enum status status = db_begin(into, fault);

	if (status == OK)
		status = vault_copy_known(&people, fault);
	if (status == OK)
		status = relation_copy_known(&people, fault);
	if (status == OK)
		status = access_copy_accounts(order->db, into, register_id, fault);
	return db_end(into, status, fault);
}

static enum status copy_register(const struct known_order *order, struct db *into,
                                 const struct journal_register *of, int64_t *ret_facts, struct fault *fault)
{
	struct journal_copy copy = { .db = order->db,
		                     .into = into,
		                     .book = order->book,
		                     .of = *of,
		                     .until = order->until,
		                     .progress = order->progress,
		                     .context = order->context };
	enum status status = journal_known_by(order->db, of->register_id, order->until, &copy.last, fault);

	if (status == OK)
		status = journal_copy_known(&copy, fault);
	if (status == OK)
		status = copy_people(order, into, of->register_id, copy.last, fault);
	*ret_facts += copy.last;
	return status;
}

static enum status copy_registers(const struct known_order *order, struct db *into, int64_t *ret_facts,
                                  struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	struct records registers = { 0 };
	const struct journal_register *items;
	enum status status = journal_registers(order->db, arena, &registers, fault);

	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		if (order->register_id == 0 || order->register_id == items[i].register_id)
			status = copy_register(order, into, &items[i], ret_facts, fault);
	return status;
}

static enum status fill(const struct known_order *order, int64_t *ret_facts, struct fault *fault)
{
	CLEANUP(db_closep) struct db *into = NULL;
	enum status status = db_open(order->file, &into, fault);

	if (status == OK)
		status = point_at_key(order->db, into, fault);
	if (status == OK)
		status = db_migrate(into, fault);
	if (status == OK)
		status = db_begin_read(order->db, fault);
	if (status)
		return status;
	status = copy_registers(order, into, ret_facts, fault);
	db_rollback(order->db);
	return status;
}

enum status known_make(const struct known_order *order, int64_t *ret_facts, struct fault *fault)
{
	enum status status = make_file(order->file, fault);

	*ret_facts = 0;
	if (status)
		return status;
	status = fill(order, ret_facts, fault);
	if (status)
		known_remove_file(order->file);
	return status;
}

/* --- removing --- */

/* Removes a directory with the files in it, and the directories in it with theirs; a link goes, not its end.
 */
static void remove_directory(const char *path, int depth)
{
	DIR *directory = opendir(path);
	char inside[PATH_BYTES];

	if (directory == NULL)
		return;
	for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		(void)snprintf(inside, sizeof(inside), "%s/%s", path, entry->d_name);
		if (unlink(inside) != 0 && depth > 0)
			remove_directory(inside, depth - 1);
	}
	(void)closedir(directory);
	(void)rmdir(path);
}

void known_remove_file(const char *file)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	char path[PATH_BYTES];

	for (size_t i = 0; i < COUNT(endings); i++) {
		(void)snprintf(path, sizeof(path), "%s%s", file, endings[i]);
		(void)unlink(path);
	}
	(void)snprintf(path, sizeof(path), "%s.state", file);
	remove_directory(path, 1);
}
