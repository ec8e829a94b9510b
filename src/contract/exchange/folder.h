/* SPDX-License-Identifier: EUPL-1.2 */
/* A folder in which files arrive or from which they leave: each file whole, whatever happens on the way. */
#ifndef CONTRACT_EXCHANGE_FOLDER_H
#define CONTRACT_EXCHANGE_FOLDER_H

#include "platform/base/fault.h"
#include "platform/base/text.h"
#include "platform/record/record.h"

struct folder {
	const char *path; /* for words */
	int handle;
};

/* Opens a folder. WRONG_USE when it does not exist: a mistyped path is no new folder. The path must outlive
 * it. */
enum status folder_open(const char *path, struct folder *ret_folder, struct fault *fault) MUST_CHECK;
/* The same, for a folder inside one of ours: it is made when it does not exist. */
enum status folder_make(const char *path, struct folder *ret_folder, struct fault *fault) MUST_CHECK;
/* For CLEANUP; a folder that is all zero was never opened. */
void folder_close(struct folder *folder);

/* The regular files whose name ends in ".xml" and is not hidden, sorted; at most 100,000 in one go. */
enum status folder_list(const struct folder *folder, struct arena *arena, struct texts *ret_names,
                        struct fault *fault) MUST_CHECK;
/* What else lies there and is not hidden, of any sort, folders aside; as folder_list. */
enum status folder_others(const struct folder *folder, struct arena *arena, struct texts *ret_names,
                          struct fault *fault) MUST_CHECK;
#define FOLDER_NAME_BYTES 257 /* a dot, the longest name that there is, and the NUL */

/* A file that is read piece by piece; begin with FOLDER_NO_FILE, end with folder_file_close. */
struct folder_file {
	const struct folder *folder;
	const char *name;
	int handle;
	size_t length; /* as it was when it was opened; what is added later is not seen */
	int error;     /* of a read that failed; 0 for none */
};
#define FOLDER_NO_FILE                                                                                       \
	{                                                                                                    \
		.handle = -1                                                                                 \
	}
/* NOT_FOUND: it is gone, or no regular file. FINDINGS: it has more than max_bytes. Names must outlive it. */
enum status folder_file_open(const struct folder *folder, const char *name, size_t max_bytes,
                             struct folder_file *ret_file, struct fault *fault) MUST_CHECK;
/* The bytes from an offset on; fewer at its end, and none once a read failed. */
size_t folder_file_read(struct folder_file *file, size_t offset, char *into, size_t size);
/* FAILED where a read failed. */
enum status folder_file_check(const struct folder_file *file, struct fault *fault) MUST_CHECK;
void folder_file_close(struct folder_file *file);
/*
 * Writes a file under a hidden name, brings it to the disk and gives it its own name. After a crash it is
 * there whole, or not at all; a file of that name is replaced.
 */
enum status folder_write(const struct folder *folder, const char *name, const struct text *content,
                         struct fault *fault) MUST_CHECK;
/*
 * The same for who writes it piece by piece. Begin with FOLDER_NO_WRITING, end with folder_writing_close:
 * it leaves nothing of what did not get its name.
 */
struct folder_writing {
	const struct folder *folder;
	char hidden[FOLDER_NAME_BYTES];
	int handle;
	size_t length; /* so far */
	int error;     /* of a piece that failed; 0 for none */
};
#define FOLDER_NO_WRITING                                                                                    \
	{                                                                                                    \
		.handle = -1                                                                                 \
	}
enum status folder_writing_begin(const struct folder *folder, const char *name,
                                 struct folder_writing *writing, struct fault *fault) MUST_CHECK;
void folder_writing_add(struct folder_writing *writing, const char *bytes, size_t length);
/* What was written so far, from an offset on; fewer at its end, and none once something failed. */
size_t folder_writing_read(struct folder_writing *writing, size_t offset, char *into, size_t size);
/* What was written goes: it begins anew. */
enum status folder_writing_again(struct folder_writing *writing, struct fault *fault) MUST_CHECK;
enum status folder_writing_end(struct folder_writing *writing, struct fault *fault) MUST_CHECK;
void folder_writing_close(struct folder_writing *writing);
/* Moves a file to another folder of the same disk, under a name that is free there. */
enum status folder_move(const struct folder *from, const char *name, const struct folder *to,
                        const char *free_name, struct fault *fault) MUST_CHECK;
/* A name for a file in a folder that has no file of that name: the name itself, else with a number, in arena.
 */
const char *folder_free_name(const struct folder *folder, const char *name, struct arena *arena);

#endif
