/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands in files beside a database and beside its backup. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/backup_files.h"

#include "platform/base/close.h"

const char *const backup_folders[] = { "reads", "heads", "files", NULL };

/* --- kept whole or not at all --- */

enum status backup_keep(FILE *file, const char *beside, const char *path, struct fault *fault)
{
	bool is_kept = fflush(file) == 0 && fsync(fileno(file)) == 0 && rename(beside, path) == 0;

	return is_kept ? OK : fault_set(fault, FAILED, "cannot write %s: %s", path, strerror(errno));
}

enum status backup_copy_key(const unsigned char *key, const char *path, struct fault *fault)
{
	CLEANUP(close_file) FILE *file = NULL;
	char beside[4096];
	int handle;

	(void)snprintf(beside, sizeof(beside), "%s" BACKUP_PART "%ld", path, (long)getpid());
	handle = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	file = handle < 0 ? NULL : fdopen(handle, "wb");
	if (file == NULL || fwrite(key, 1, SEAL_KEY_BYTES, file) != SEAL_KEY_BYTES)
		return fault_set(fault, FAILED, "cannot make the key file %s: %s", beside, strerror(errno));
	return backup_keep(file, beside, path, fault);
}

enum status backup_read_key(const char *path, unsigned char ret_key[static SEAL_KEY_BYTES],
                            struct fault *fault)
{
	CLEANUP(close_file) FILE *file = fopen(path, "rb");
	size_t length;

	if (file == NULL)
		return errno == ENOENT
		               ? NOT_FOUND
		               : fault_set(fault, FAILED, "cannot open %s: %s", path, strerror(errno));
	length = fread(ret_key, 1, SEAL_KEY_BYTES, file);
	return length == SEAL_KEY_BYTES ? OK : fault_set(fault, FAILED, "the key file %s is not whole", path);
}

const char *backup_key_mark(const unsigned char *key, struct arena *arena)
{
	return seal_mark(key, "the key of a backup", arena);
}

/* --- what a killed process left --- */

void backup_remove_folder(const char *path, struct arena *arena)
{
	DIR *directory = opendir(path);
	const struct dirent *entry;

	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		const char *inside = arena_print(arena, "%s/%s", path, entry->d_name);

		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
		    unlink(inside) != 0)
			backup_remove_folder(inside, arena);
	}
	if (directory != NULL)
		(void)closedir(directory);
	(void)rmdir(path);
}

/* Whether the name goes on with the number of a process that is no more, and then with nothing or such an
 * end. */
static bool is_of_the_dead(const char *rest)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".state" };
	char *end = NULL;
	long process = strtol(rest, &end, 10);

	if (end == rest || process <= 0 || (kill((pid_t)process, 0) == 0 || errno != ESRCH))
		return false;
	for (size_t i = 0; i < COUNT(ends); i++)
		if (strcmp(end, ends[i]) == 0)
			return true;
	return false;
}

void backup_sweep(const char *path, const char *mark, struct arena *arena)
{
	const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
	const char *folder =
		slash == NULL ? "."
			      : arena_copy_part(arena, path, slash == path ? 1 : (size_t)(slash - path));
	const char *begin = arena_print(arena, "%s%s", name, mark);
	DIR *directory = opendir(folder);
	const struct dirent *entry;

	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		const char *left = arena_print(arena, "%s/%s", folder, entry->d_name);

		if (strncmp(entry->d_name, begin, strlen(begin)) == 0 &&
		    is_of_the_dead(entry->d_name + strlen(begin)) && unlink(left) != 0)
			backup_remove_folder(left, arena);
	}
	if (directory != NULL)
		(void)closedir(directory);
}
