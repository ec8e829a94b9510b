/* SPDX-License-Identifier: EUPL-1.2 */
/* The files beside a database and beside its backup: the key, the folders that go along, what was left half.
 */
#ifndef COMMAND_BACKUP_FILES_H
#define COMMAND_BACKUP_FILES_H

#include <stdio.h>

#include "platform/db/seal.h"

#define BACKUP_KEY_SUFFIX ".key"
#define BACKUP_PART ".part-" /* and the number of the process: what is not whole yet */
#define BACKUP_RESTORING ".restoring-"

/* The folders of the state directory that go along, ends with NULL. */
extern const char *const backup_folders[];

/* Makes the file that was written beside its path durable, and puts it there. */
enum status backup_keep(FILE *file, const char *beside, const char *path, struct fault *fault) MUST_CHECK;

/* The mark by which a key is known to be the right one, without telling it; in arena. */
const char *backup_key_mark(const unsigned char *key, struct arena *arena);
/* Copies a key file; mode 0600, whole or not at all. */
enum status backup_copy_key(const unsigned char *key, const char *path, struct fault *fault) MUST_CHECK;
/* Reads a key file: OK, NOT_FOUND, FAILED. */
enum status backup_read_key(const char *path, unsigned char ret_key[static SEAL_KEY_BYTES],
                            struct fault *fault) MUST_CHECK;

/* Removes a folder with all in it, as far as it can. */
void backup_remove_folder(const char *path, struct arena *arena);
/* Removes what a process that was killed left beside a path, under that mark and its number. */
void backup_sweep(const char *path, const char *mark, struct arena *arena);

#endif
