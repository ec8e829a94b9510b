/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/depot.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/base/close.h"

#define FOLDER "files"
#define LOCK ".lock"
#define PATH_BYTES ((size_t)64 * 1024)
#define BLOCK_BYTES 65536

const char *depot_name(int64_t register_id, const char *digest, char ret_name[static DEPOT_NAME_SIZE])
{
	(void)snprintf(ret_name, DEPOT_NAME_SIZE, "%" PRId64 "-%.64s", register_id, digest);
	return ret_name;
}

const char *depot_path(const struct db *db, const char *name, struct arena *arena)
{
	return arena_print(arena, "%s/" FOLDER "/%s", db_state_directory(db), name);
}

enum status depot_folder(const struct db *db, struct arena *arena, const char **ret_folder,
                         struct fault *fault)
{
	*ret_folder = arena_print(arena, "%s/" FOLDER, db_state_directory(db));
	if (mkdir(*ret_folder, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the directory %s: %s", *ret_folder,
		                 strerror(errno));
	return OK;
}

/* Waits until what was written is on disk: of a folder, which may be a link to a roomier disk, its names. */
static bool reaches_disk(const char *path, int flags)
{
	CLEANUP(close_handle) int handle = open(path, flags | O_CLOEXEC);

	return handle >= 0 && fsync(handle) == 0;
}

enum status depot_keep(const struct db *db, const char *waiting, const char *name, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PATH_BYTES);
	const char *path = depot_path(db, name, arena), *folder = NULL;
	enum status status = depot_folder(db, arena, &folder, fault);

	if (status)
		return status;
	if (!reaches_disk(waiting, O_RDONLY | O_NOFOLLOW) || rename(waiting, path) != 0 ||
	    !reaches_disk(folder, O_RDONLY | O_DIRECTORY))
		return fault_set(fault, FAILED, "cannot keep %s: %s", path, strerror(errno));
	return OK;
}

enum status depot_remove(const struct db *db, const char *name, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PATH_BYTES);
	const char *path = depot_path(db, name, arena);

	if (unlink(path) != 0)
		return errno == ENOENT
		               ? OK
		               : fault_set(fault, FAILED, "cannot remove %s: %s", path, strerror(errno));
	return reaches_disk(arena_print(arena, "%s/" FOLDER, db_state_directory(db)), O_RDONLY | O_DIRECTORY)
	               ? OK
	               : fault_set(fault, FAILED, "cannot remove %s for good: %s", path, strerror(errno));
}

enum status depot_size(const struct db *db, const char *name, int64_t *ret_bytes, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PATH_BYTES);
	const char *path = depot_path(db, name, arena);
	struct stat about;

	*ret_bytes = 0;
	if (stat(path, &about) != 0)
		return errno == ENOENT ? NOT_FOUND
		                       : fault_set(fault, FAILED, "cannot see %s: %s", path, strerror(errno));
	*ret_bytes = (int64_t)about.st_size;
	return OK;
}

enum status depot_digest(const struct db *db, const char *name, char ret_digest[static DEPOT_DIGEST_SIZE],
                         struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PATH_BYTES + BLOCK_BYTES);
	const char *path = depot_path(db, name, arena);
	CLEANUP(close_handle) int handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	unsigned char *block = arena_take(arena, BLOCK_BYTES), digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	ssize_t length = 1;

	if (handle < 0)
		return errno == ENOENT
		               ? NOT_FOUND
		               : fault_set(fault, FAILED, "cannot open %s: %s", path, strerror(errno));
	(void)crypto_hash_sha256_init(&state);
	while (length > 0) {
		length = read(handle, block, BLOCK_BYTES);
		if (length < 0)
			return fault_set(fault, FAILED, "cannot read %s: %s", path, strerror(errno));
		(void)crypto_hash_sha256_update(&state, block, (unsigned long long)length);
	}
	(void)crypto_hash_sha256_final(&state, digest);
	(void)sodium_bin2hex(ret_digest, DEPOT_DIGEST_SIZE, digest, sizeof(digest));
	return OK;
}

/* --- what lies there --- */

static bool is_old(const char *path, struct moment before)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISREG(about.st_mode) && (int64_t)about.st_mtime < before.seconds;
}

enum status depot_old(const struct db *db, struct moment before, struct arena *arena, struct texts *ret_names,
                      struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *paths = arena_new(PATH_BYTES);
	const char *folder = arena_print(arena, "%s/" FOLDER, db_state_directory(db));
	CLEANUP(close_directory) DIR *directory = opendir(folder);
	const struct dirent *entry;
	size_t room = 0;

	*ret_names = (struct texts){ 0 };
	if (directory == NULL)
		return errno == ENOENT ? OK
		                       : fault_set(fault, FAILED, "cannot read the folder %s: %s", folder,
		                                   strerror(errno));
	while ((entry = readdir(directory)) != NULL) {
		arena_clear(paths);
		if (strcmp(entry->d_name, LOCK) == 0 || !is_old(depot_path(db, entry->d_name, paths), before))
			continue;
		ret_names->items = arena_with_room(arena, ret_names->items, ret_names->count, &room,
		                                   sizeof(*ret_names->items));
		ret_names->items[ret_names->count++] = arena_copy(arena, entry->d_name);
	}
	return OK;
}

/* --- while a backup is made --- */

static enum status hold(const struct db *db, int how, int *ret_handle, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PATH_BYTES);
	const char *folder = NULL;
	enum status status = depot_folder(db, arena, &folder, fault);
	int handle;

	if (status)
		return status;
	handle = open(depot_path(db, LOCK, arena), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (handle >= 0 && flock(handle, how) == 0) {
		*ret_handle = handle;
		return OK;
	}
	status = handle >= 0 && errno == EWOULDBLOCK
	                 ? NOT_FOUND
	                 : fault_set(fault, FAILED, "cannot hold the folder %s: %s", folder, strerror(errno));
	if (handle >= 0)
		(void)close(handle);
	return status;
}

enum status depot_hold(const struct db *db, int *ret_handle, struct fault *fault)
{
	return hold(db, LOCK_SH, ret_handle, fault);
}

enum status depot_hold_alone(const struct db *db, int *ret_handle, struct fault *fault)
{
	return hold(db, LOCK_EX | LOCK_NB, ret_handle, fault);
}

void depot_release(int *handle)
{
	close_handle(handle);
	*handle = -1;
}
