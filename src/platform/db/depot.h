/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Files beside the database, by the digest of what is in them: the folder "files" of its state directory,
 * which all processes that serve the database share. A file is there whole or not at all, whatever happens to
 * the power; whether it is still wanted is the database's to say.
 */
#ifndef PLATFORM_DB_DEPOT_H
#define PLATFORM_DB_DEPOT_H

#include "platform/base/arena.h"
#include "platform/db/db.h"

#define DEPOT_NAME_SIZE 96   /* of "REGISTER-DIGEST", with its NUL */
#define DEPOT_DIGEST_SIZE 65 /* SHA-256 as hexadecimal digits, with its NUL */

/* The name that a register's file of this digest has in the depot. */
const char *depot_name(int64_t register_id, const char *digest, char ret_name[static DEPOT_NAME_SIZE]);
/* The folder, made when absent; in arena. */
enum status depot_folder(const struct db *db, struct arena *arena, const char **ret_folder,
                         struct fault *fault) MUST_CHECK;
/* Where a file of this name stands, or would; in arena. */
const char *depot_path(const struct db *db, const char *name, struct arena *arena);

/* Gives a file that waits in the folder its name, once all its bytes are on disk. FAILED: it has none. */
enum status depot_keep(const struct db *db, const char *waiting, const char *name,
                       struct fault *fault) MUST_CHECK;
/* Removes a file for good; one that is not there is as good. */
enum status depot_remove(const struct db *db, const char *name, struct fault *fault) MUST_CHECK;
/* How large it is; NOT_FOUND where it is not there. */
enum status depot_size(const struct db *db, const char *name, int64_t *ret_bytes,
                       struct fault *fault) MUST_CHECK;
/* The digest of what is in it, read from beginning to end; NOT_FOUND where it is not there. */
enum status depot_digest(const struct db *db, const char *name, char ret_digest[static DEPOT_DIGEST_SIZE],
                         struct fault *fault) MUST_CHECK;

/* The names of the files that lie there unchanged since before a moment, those that were never kept too. */
enum status depot_old(const struct db *db, struct moment before, struct arena *arena, struct texts *ret_names,
                      struct fault *fault) MUST_CHECK;

/*
 * While a backup is made nothing is removed: whoever makes one holds the depot, and whoever removes asks
 * first. The handle is closed with depot_release, or by the end of the process.
 */
enum status depot_hold(const struct db *db, int *ret_handle, struct fault *fault) MUST_CHECK;
/* As depot_hold, but to remove: NOT_FOUND while somebody holds it. */
enum status depot_hold_alone(const struct db *db, int *ret_handle, struct fault *fault) MUST_CHECK;
void depot_release(int *handle);

#endif
