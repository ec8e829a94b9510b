/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/base/close.h"

#define ENDING ".xml"
#define MAX_NAMES 100000
#define MAX_STEM_BYTES 200 /* of a name that gets something behind it, so that the file system takes it */

enum status folder_make(const char *path, struct folder *ret_folder, struct fault *fault)
{
	if (mkdir(path, 0770) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the folder %s: %s", path, strerror(errno));
	return folder_open(path, ret_folder, fault);
}

enum status folder_open(const char *path, struct folder *ret_folder, struct fault *fault)
{
	*ret_folder = (struct folder){ path, open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) };
	if (ret_folder->handle >= 0)
		return OK;
	*ret_folder = (struct folder){ 0 };
	if (errno == ENOENT)
		return fault_set(fault, WRONG_USE, "the folder %s does not exist", path);
	return fault_set(fault, FAILED, "cannot open the folder %s: %s", path, strerror(errno));
}

void folder_close(struct folder *folder)
{
	if (folder->path != NULL)
		(void)close(folder->handle);
	*folder = (struct folder){ 0 };
}

/* The last words about a call that failed on a file in a folder. */
static enum status failed(const char *verb, const struct folder *folder, const char *name,
                          struct fault *fault)
{
	return fault_set(fault, FAILED, "cannot %s %s/%s: %s", verb, folder->path, name, strerror(errno));
}

/* --- listing --- */

/* What a name in a folder may stand for. */
typedef bool folder_wanted(const struct folder *folder, const char *name);

static bool is_message(const struct folder *folder, const char *name)
{
	size_t length = strlen(name), ending = strlen(ENDING);
	struct stat about;

	if (name[0] == '.' || length <= ending || strcmp(name + length - ending, ENDING) != 0)
		return false;
	return fstatat(folder->handle, name, &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(about.st_mode);
}

static bool is_other(const struct folder *folder, const char *name)
{
	struct stat about;

	if (name[0] == '.' || is_message(folder, name))
		return false;
	return fstatat(folder->handle, name, &about, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(about.st_mode);
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_name(struct texts *names, const char *name, struct arena *arena)
{
	/* Doubles when the count reaches a power of two. */
	if ((names->count & (names->count - 1)) == 0) {
		const char **items =
			ARENA_MANY(arena, names->count == 0 ? 1 : 2 * names->count, const char *);

		for (size_t i = 0; i < names->count; i++)
			items[i] = names->items[i];
		names->items = items;
	}
	names->items[names->count++] = arena_copy(arena, name);
}

static enum status list(const struct folder *folder, folder_wanted *is_wanted, struct arena *arena,
                        struct texts *ret_names, struct fault *fault)
{
	int handle = openat(folder->handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	CLEANUP(close_directory) DIR *list = handle < 0 ? NULL : fdopendir(handle);
	const struct dirent *entry;

	*ret_names = (struct texts){ 0 };
	if (list == NULL) {
		close_handle(&handle);
		return failed("list", folder, ".", fault);
	}
	errno = 0;
	while (ret_names->count < MAX_NAMES && (entry = readdir(list)) != NULL) {
		if (is_wanted(folder, entry->d_name))
			add_name(ret_names, entry->d_name, arena);
		errno = 0;
	}
	if (errno != 0)
		return failed("list", folder, ".", fault);
	if (ret_names->count > 1)
		qsort(ret_names->items, ret_names->count, sizeof(*ret_names->items), compare_names);
	return OK;
}

enum status folder_list(const struct folder *folder, struct arena *arena, struct texts *ret_names,
                        struct fault *fault)
{
	return list(folder, is_message, arena, ret_names, fault);
}

enum status folder_others(const struct folder *folder, struct arena *arena, struct texts *ret_names,
                          struct fault *fault)
{
	return list(folder, is_other, arena, ret_names, fault);
}

/* --- reading --- */

enum status folder_file_open(const struct folder *folder, const char *name, size_t max_bytes,
                             struct folder_file *ret_file, struct fault *fault)
{
	int handle = openat(folder->handle, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat about;
	enum status status = OK;

	*ret_file = (struct folder_file)FOLDER_NO_FILE;
	if (handle < 0 && (errno == ENOENT || errno == ELOOP))
		return NOT_FOUND;
	if (handle < 0 || fstat(handle, &about) != 0)
		status = failed("open", folder, name, fault);
	else if (!S_ISREG(about.st_mode))
		status = NOT_FOUND;
	else if ((uintmax_t)about.st_size > max_bytes)
		status = FINDINGS;
	if (status != OK)
		close_handle(&handle);
	else
		*ret_file = (struct folder_file){ folder, name, handle, (size_t)about.st_size, 0 };
	return status;
}

size_t folder_file_read(struct folder_file *file, size_t offset, char *into, size_t size)
{
	size_t wanted = offset > file->length ? 0 : file->length - offset;
	size_t length = 0;

	if (wanted > size)
		wanted = size;
	while (length < wanted && file->error == 0) {
		ssize_t count = pread(file->handle, into + length, wanted - length, (off_t)(offset + length));

		if (count < 0 && errno != EINTR)
			file->error = errno;
		if (count == 0)
			break;
		length += count > 0 ? (size_t)count : 0;
	}
	return length;
}

enum status folder_file_check(const struct folder_file *file, struct fault *fault)
{
	if (file->error == 0)
		return OK;
	errno = file->error;
	return failed("read", file->folder, file->name, fault);
}

void folder_file_close(struct folder_file *file)
{
	close_handle(&file->handle);
	*file = (struct folder_file)FOLDER_NO_FILE;
}

/* --- writing and moving --- */

/* Brings the folder's list of names to the disk. */
static enum status flush(const struct folder *folder, struct fault *fault)
{
	return fsync(folder->handle) == 0 ? OK : failed("flush", folder, ".", fault);
}

static bool write_all(int file, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(file, bytes, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes += written;
		length -= (size_t)written;
	}
	return true;
}

enum status folder_writing_begin(const struct folder *folder, const char *name,
                                 struct folder_writing *writing, struct fault *fault)
{
	*writing = (struct folder_writing){ .folder = folder, .handle = -1 };
	if (strlen(name) + 2 > sizeof(writing->hidden)) {
		errno = ENAMETOOLONG;
		return failed("write", folder, name, fault);
	}
	(void)snprintf(writing->hidden, sizeof(writing->hidden), ".%s", name);
	writing->handle = openat(folder->handle, writing->hidden,
	                         O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0660);
	return writing->handle < 0 ? failed("write", folder, writing->hidden, fault) : OK;
}

void folder_writing_add(struct folder_writing *writing, const char *bytes, size_t length)
{
	if (writing->error == 0 && !write_all(writing->handle, bytes, length))
		writing->error = errno;
	writing->length += length;
}

size_t folder_writing_read(struct folder_writing *writing, size_t offset, char *into, size_t size)
{
	struct folder_file file = { .handle = writing->handle,
		                    .length = writing->length,
		                    .error = writing->error };
	size_t count = folder_file_read(&file, offset, into, size);

	writing->error = file.error;
	return count;
}

/* What went wrong on the way. */
static enum status check_written(const struct folder_writing *writing, struct fault *fault)
{
	if (writing->error == 0)
		return OK;
	errno = writing->error;
	return failed("write", writing->folder, writing->hidden, fault);
}

enum status folder_writing_again(struct folder_writing *writing, struct fault *fault)
{
	if (writing->error == 0 &&
	    (lseek(writing->handle, 0, SEEK_SET) < 0 || ftruncate(writing->handle, 0) != 0))
		writing->error = errno;
	writing->length = 0;
	return check_written(writing, fault);
}

enum status folder_writing_end(struct folder_writing *writing, struct fault *fault)
{
	const struct folder *folder = writing->folder;
	int file = writing->handle;

	if (writing->error == 0 && fsync(file) != 0)
		writing->error = errno;
	if (writing->error != 0)
		return check_written(writing, fault);
	if (renameat(folder->handle, writing->hidden, folder->handle, writing->hidden + 1) != 0)
		return failed("name", folder, writing->hidden + 1, fault);
	writing->handle = -1;
	if (close(file) != 0)
		return failed("write", folder, writing->hidden + 1, fault);
	return flush(folder, fault);
}

void folder_writing_close(struct folder_writing *writing)
{
	if (writing->handle < 0)
		return;
	(void)close(writing->handle);
	(void)unlinkat(writing->folder->handle, writing->hidden, 0);
	writing->handle = -1;
}

enum status folder_write(const struct folder *folder, const char *name, const struct text *content,
                         struct fault *fault)
{
	CLEANUP(folder_writing_close) struct folder_writing writing = FOLDER_NO_WRITING;
	enum status status = folder_writing_begin(folder, name, &writing, fault);

	if (status)
		return status;
	folder_writing_add(&writing, text_words(content), content->length);
	return folder_writing_end(&writing, fault);
}

enum status folder_move(const struct folder *from, const char *name, const struct folder *to,
                        const char *free_name, struct fault *fault)
{
	enum status status;

	if (renameat(from->handle, name, to->handle, free_name) != 0)
		return failed("move", from, name, fault);
	status = flush(to, fault);
	return status == OK ? flush(from, fault) : status;
}

static bool is_taken(const struct folder *folder, const char *name)
{
	struct stat about;

	return fstatat(folder->handle, name, &about, AT_SYMLINK_NOFOLLOW) == 0;
}

const char *folder_free_name(const struct folder *folder, const char *name, struct arena *arena)
{
	size_t length = strlen(name) - strlen(ENDING);
	int stem = length < MAX_STEM_BYTES ? (int)length : MAX_STEM_BYTES;
	const char *free_name = arena_print(arena, "%.*s" ENDING, stem, name);

	for (int number = 2; is_taken(folder, free_name); number++)
		free_name = arena_print(arena, "%.*s.%d" ENDING, stem, name, number);
	return free_name;
}
