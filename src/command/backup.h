/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A backup is one file: the rows of all tables as text, and what the state directory keeps beside the
 * database.
 *
 *	thuisregie-backup 1
 *	M name hash     a migration that had run, in order
 *	K mark          of the vault's key, "-" where there is none; the key itself stands in a file apart
 *	F path          a file of the state directory, its bytes as one value on the next line
 *	T table         a table, the names of its columns as values on the next line
 *	R               a row, as many values
 *	E digest        of every byte before this line
 *
 * A value is " ~" for none, else " " length ":" bytes.
 */
#ifndef COMMAND_BACKUP_H
#define COMMAND_BACKUP_H

#include <stdio.h>

#include "platform/db/dump.h"
#include "platform/db/seal.h"

#define BACKUP_MAGIC "thuisregie-backup 1\n"
#define BACKUP_END_BYTES 67                         /* "E ", the digest, a newline */
#define BACKUP_VALUE_MAX ((size_t)64 * 1024 * 1024) /* more than any value or file may be */

struct backup_result {
	int64_t tables, rows, files;
	bool has_key;   /* the vault's key came along, in its own file */
	bool lacks_key; /* it has one, and that was not found */
};

/* Writes a backup of the database, and its key beside it, both whole or not at all. */
struct backup_order {
	struct db *db;
	const char *file, *key_file;
};
enum status backup_write(const struct backup_order *order, struct backup_result *ret_result,
                         struct fault *fault) MUST_CHECK;

/* Makes a database of a backup, where there is none. key_file may be missing: then what is sealed stays shut.
 */
struct restore_order {
	const char *file, *key_file, *where;
	/* Looks at what was made before it counts; may say that it is not whole. */
	enum status (*check)(void *context, struct db *db, struct fault *fault);
	void *context;
};
enum status backup_restore(const struct restore_order *order, struct backup_result *ret_result,
                           struct fault *fault) MUST_CHECK;

#endif
