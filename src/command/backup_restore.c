/* SPDX-License-Identifier: EUPL-1.2 */
/* Making a database of a backup: read whole and compared with its digest first, made beside, and then put in
 * place. */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/backup.h"
#include "command/backup_files.h"
#include "platform/base/close.h"

#define WORDS_BYTES ((size_t)256 * 1024 * 1024)
#define BLOCK_BYTES 8192
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789_"

struct restoring {
	const struct restore_order *order;
	FILE *file;
	struct db *db;
	struct arena *arena; /* of the whole; a row has its own */
	struct arena *row_arena;
	size_t migrations;
	const char *key_mark;
	struct texts tables;
	struct dump_filling *filling;
	struct backup_result result;
};

static enum status damaged(const struct restore_order *order, struct fault *fault)
{
	return fault_set(fault, FAILED,
	                 "%s is not a whole backup: it was cut short or changed; nothing was restored",
	                 order->file);
}

/* --- is it whole? --- */

static bool has_right_end(FILE *file, const char *hex)
{
	char end[BACKUP_END_BYTES + 1] = "";

	return fread(end, 1, BACKUP_END_BYTES, file) == BACKUP_END_BYTES && strncmp(end, "E ", 2) == 0 &&
	       strncmp(end + 2, hex, 64) == 0 && end[BACKUP_END_BYTES - 1] == '\n';
}

static enum status check_digest(const struct restore_order *order, FILE *file, struct fault *fault)
{
	crypto_generichash_state state;
	unsigned char block[BLOCK_BYTES], digest[32];
	char hex[sizeof(digest) * 2 + 1];
	long left;

	if (fseek(file, 0, SEEK_END) != 0 || (left = ftell(file)) < BACKUP_END_BYTES ||
	    fseek(file, 0, SEEK_SET) != 0)
		return damaged(order, fault);
	(void)crypto_generichash_init(&state, NULL, 0, sizeof(digest));
	for (left -= BACKUP_END_BYTES; left > 0;) {
		size_t length = fread(block, 1, left < BLOCK_BYTES ? (size_t)left : BLOCK_BYTES, file);

		if (length == 0)
			return damaged(order, fault);
		(void)crypto_generichash_update(&state, block, length);
		left -= (long)length;
	}
	(void)crypto_generichash_final(&state, digest, sizeof(digest));
	if (!has_right_end(file, sodium_bin2hex(hex, sizeof(hex), digest, sizeof(digest))))
		return damaged(order, fault);
	rewind(file);
	return OK;
}

/* --- reading it --- */

/* The value that comes next: OK, NOT_FOUND at the end of the line, FAILED. */
static enum status read_value(struct restoring *restoring, const char **ret_value, size_t *ret_length,
                              struct fault *fault)
{
	int byte = fgetc(restoring->file);
	size_t length = 0;
	char *value;

	*ret_value = NULL;
	*ret_length = 0;
	if (byte == '\n')
		return NOT_FOUND;
	if (byte != ' ')
		return damaged(restoring->order, fault);
	byte = fgetc(restoring->file);
	if (byte == '~')
		return OK;
	for (; byte >= '0' && byte <= '9' && length <= BACKUP_VALUE_MAX; byte = fgetc(restoring->file))
		length = length * 10 + (size_t)(byte - '0');
	if (byte != ':' || length > BACKUP_VALUE_MAX)
		return damaged(restoring->order, fault);
	value = arena_take(restoring->row_arena, length + 1);
	if (fread(value, 1, length, restoring->file) != length)
		return damaged(restoring->order, fault);
	*ret_value = value;
	*ret_length = length;
	return OK;
}

/* All values of a line; NULL stands for none. */
static enum status read_values(struct restoring *restoring, const char **values, size_t *ret_count,
                               struct fault *fault)
{
	enum status status = OK;
	size_t length;

	for (*ret_count = 0; *ret_count <= DUMP_COLUMNS_MAX; (*ret_count)++) {
		const char *value;

		status = read_value(restoring, &value, &length, fault);
		if (status != OK)
			return status == NOT_FOUND ? OK : status;
		if (*ret_count < DUMP_COLUMNS_MAX)
			values[*ret_count] = value;
	}
	return damaged(restoring->order, fault);
}

/* A word up to a blank or the end of the line. */
static const char *read_word(struct restoring *restoring)
{
	char word[200];
	size_t length = 0;
	int byte = fgetc(restoring->file);

	for (; byte != ' ' && byte != '\n' && byte != EOF && length < sizeof(word) - 1;
	     byte = fgetc(restoring->file))
		word[length++] = (char)byte;
	return arena_copy_part(restoring->arena, word, length);
}

/* The migrations that had run must be the first of those that this program has. */
static enum status read_migration(struct restoring *restoring, struct fault *fault)
{
	const char *name, *hash;

	(void)fgetc(restoring->file);
	name = read_word(restoring);
	hash = read_word(restoring);
	if (restoring->migrations >= all_migrations_count ||
	    strcmp(name, all_migrations[restoring->migrations].name) != 0 ||
	    strcmp(hash, all_migrations[restoring->migrations].hash) != 0)
		return fault_set(
			fault, FAILED,
			"%s was made by another version of this program, which has the migration %s; use "
			"that version or a later one",
			restoring->order->file, name);
	restoring->migrations++;
	return OK;
}

static enum status read_beginning(struct restoring *restoring, struct fault *fault)
{
	char magic[sizeof(BACKUP_MAGIC)] = "";
	enum status status = OK;

	if (fread(magic, 1, sizeof(BACKUP_MAGIC) - 1, restoring->file) != sizeof(BACKUP_MAGIC) - 1 ||
	    strcmp(magic, BACKUP_MAGIC) != 0)
		return fault_set(fault, FAILED, "%s is not a backup of this program", restoring->order->file);
	while (status == OK && fgetc(restoring->file) == 'M')
		status = read_migration(restoring, fault);
	if (status != OK)
		return status;
	(void)fgetc(restoring->file);
	restoring->key_mark = read_word(restoring);
	restoring->tables = dump_tables(restoring->migrations, restoring->arena);
	return OK;
}

/* --- making the database --- */

static bool is_name(const char *text)
{
	return has_words(text) && text[strspn(text, NAME_LETTERS)] == '\0';
}

static enum status begin_table(struct restoring *restoring, struct fault *fault)
{
	struct dump_row head = { 0 };
	const char *values[DUMP_COLUMNS_MAX];
	size_t count = 0;
	bool is_known = false;
	enum status status = read_values(restoring, values, &count, fault);

	if (status != OK || count < 2)
		return status == OK ? damaged(restoring->order, fault) : status;
	for (size_t i = 0; i < restoring->tables.count; i++)
		is_known = is_known || strcmp(restoring->tables.items[i], or_empty(values[0])) == 0;
	head.table = arena_copy(restoring->arena, or_empty(values[0]));
	for (head.count = 0; head.count + 1 < count; head.count++) {
		if (!is_name(values[head.count + 1]))
			return damaged(restoring->order, fault);
		head.names[head.count] = values[head.count + 1];
	}
	if (!is_known)
		return damaged(restoring->order, fault);
	restoring->filling = ARENA_NEW(restoring->arena, struct dump_filling);
	*restoring->filling = dump_filling_new(&head, restoring->arena);
	restoring->result.tables++;
	return OK;
}

static enum status restore_row(struct restoring *restoring, struct fault *fault)
{
	const char *values[DUMP_COLUMNS_MAX];
	size_t count = 0;
	enum status status = read_values(restoring, values, &count, fault);

	if (status != OK)
		return status;
	if (restoring->filling == NULL || count != restoring->filling->count)
		return damaged(restoring->order, fault);
	restoring->result.rows++;
	return dump_fill(restoring->db, restoring->filling, values, fault);
}

/* "reads/123": one of our folders, and a name without a way out of it. */
static bool is_our_file(const char *path)
{
	for (size_t i = 0; backup_folders[i] != NULL; i++) {
		size_t length = strlen(backup_folders[i]);

		if (strncmp(path, backup_folders[i], length) == 0 && path[length] == '/')
			return path[length + 1] != '\0' && path[length + 1] != '.' &&
			       strchr(path + length + 1, '/') == NULL;
	}
	return false;
}

static enum status write_file(struct restoring *restoring, const char *name, const char *bytes, size_t length,
                              struct fault *fault)
{
	const char *state = db_state_directory(restoring->db);
	const char *folder =
		arena_print(restoring->row_arena, "%s/%.*s", state, (int)strcspn(name, "/"), name);
	const char *path = arena_print(restoring->row_arena, "%s/%s", state, name);
	int handle;
	bool is_written;

	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the folder %s: %s", folder, strerror(errno));
	handle = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (handle < 0)
		return fault_set(fault, FAILED, "cannot make %s: %s", path, strerror(errno));
	is_written = write(handle, bytes, length) == (ssize_t)length && fsync(handle) == 0;
	(void)close(handle);
	return is_written ? OK : fault_set(fault, FAILED, "cannot write %s: %s", path, strerror(errno));
}

static enum status restore_file(struct restoring *restoring, struct fault *fault)
{
	const char *name = NULL, *bytes = NULL, *nothing;
	size_t length = 0;
	enum status status = read_value(restoring, &name, &length, fault);

	if (status == OK)
		status = read_value(restoring, &bytes, &length, fault);
	if (status != OK || name == NULL || bytes == NULL || !is_our_file(name))
		return damaged(restoring->order, fault);
	status = write_file(restoring, name, bytes, length, fault);
	restoring->result.files++;
	if (status != OK)
		return status;
	return read_value(restoring, &nothing, &length, fault) == NOT_FOUND
	               ? OK
	               : damaged(restoring->order, fault);
}

static enum status restore_lines(struct restoring *restoring, struct fault *fault)
{
	enum status status = OK;

	for (int byte; status == OK && (byte = fgetc(restoring->file)) != 'E';) {
		arena_clear(restoring->row_arena);
		if (byte == 'T')
			status = begin_table(restoring, fault);
		else if (byte == 'R')
			status = restore_row(restoring, fault);
		else if (byte == 'F')
			status = restore_file(restoring, fault);
		else
			status = damaged(restoring->order, fault);
	}
	return status;
}

/* The tables as they were when the backup was made, their rows, and then what has come since. */
static enum status fill(struct restoring *restoring, struct fault *fault)
{
	enum status status = db_migrate_first(restoring->db, restoring->migrations, fault);

	for (size_t i = 0; status == OK && i < restoring->tables.count; i++) {
		bool is_empty = false;

		status = dump_is_empty(restoring->db, restoring->tables.items[i], &is_empty, fault);
		if (status == OK && !is_empty)
			return fault_set(fault, WRONG_USE,
			                 "the database is not empty: a backup is restored into a new one");
	}
	if (status == OK)
		status = db_begin(restoring->db, fault);
	if (status)
		return status;
	status = db_end(restoring->db, restore_lines(restoring, fault), fault);
	return status == OK ? db_migrate(restoring->db, fault) : status;
}

/* --- the key --- */

static enum status place_key(struct restoring *restoring, struct fault *fault)
{
	const char *place = arena_print(restoring->arena, "%s/key", db_state_directory(restoring->db));
	unsigned char key[SEAL_KEY_BYTES], present[SEAL_KEY_BYTES];
	enum status status;

	if (strcmp(restoring->key_mark, "-") == 0)
		return OK;
	restoring->result.lacks_key = true;
	status = backup_read_key(restoring->order->key_file, key, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	if (strcmp(backup_key_mark(key, restoring->arena), restoring->key_mark) != 0)
		return fault_set(fault, WRONG_USE,
		                 "the key in %s is not the one that this backup was made with",
		                 restoring->order->key_file);
	restoring->result.has_key = true;
	restoring->result.lacks_key = false;
	status = backup_read_key(place, present, fault);
	if (status == OK && memcmp(key, present, sizeof(key)) != 0)
		return fault_set(fault, WRONG_USE, "%s is the key of another database; move it away first",
		                 place);
	return status == NOT_FOUND ? backup_copy_key(key, place, fault) : status;
}

/* --- where it goes --- */

static enum status make(struct restoring *restoring, const char *where, struct fault *fault)
{
	enum status status = db_open(where, &restoring->db, fault);

	if (status == OK && db_migrated(restoring->db) > restoring->migrations)
		status = fault_set(fault, WRONG_USE,
		                   "the database is not empty: a backup is restored into a new one");
	if (status == OK)
		status = fill(restoring, fault);
	if (status == OK)
		status = place_key(restoring, fault);
	if (status == OK)
		status = restoring->order->check(restoring->order->context, restoring->db, fault);
	if (status == OK)
		status = db_checkpoint(restoring->db, fault);
	if (restoring->db != NULL)
		db_close(restoring->db);
	restoring->db = NULL;
	return status;
}

static void remove_beside(const char *beside, struct arena *arena)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < COUNT(suffixes); i++)
		(void)unlink(arena_print(arena, "%s%s", beside, suffixes[i]));
	backup_remove_folder(arena_print(arena, "%s.state", beside), arena);
}

static enum status check_free(const char *where, struct arena *arena, struct fault *fault)
{
	struct stat about;

	if (stat(where, &about) == 0 && about.st_size > 0)
		return fault_set(fault, WRONG_USE,
		                 "%s is there already: a backup is restored into a new database", where);
	if (access(arena_print(arena, "%s.state", where), F_OK) == 0)
		return fault_set(
			fault, WRONG_USE,
			"%s.state is there already, with what belongs to another database; move it away "
			"first, or restore elsewhere",
			where);
	return OK;
}

/* First what lies beside it, then the file itself: a database that is there is there whole. */
static enum status restore_file_database(struct restoring *restoring, struct fault *fault)
{
	const char *where = restoring->order->where;
	const char *beside =
		arena_print(restoring->arena, "%s" BACKUP_RESTORING "%ld", where, (long)getpid());
	enum status status = check_free(where, restoring->arena, fault);

	backup_sweep(where, BACKUP_RESTORING, restoring->arena);
	if (status == OK)
		status = make(restoring, beside, fault);
	if (status == OK && (rename(arena_print(restoring->arena, "%s.state", beside),
	                            arena_print(restoring->arena, "%s.state", where)) != 0 ||
	                     rename(beside, where) != 0))
		status = fault_set(fault, FAILED, "cannot put %s in place: %s", where, strerror(errno));
	if (status != OK)
		remove_beside(beside, restoring->arena);
	return status;
}

enum status backup_restore(const struct restore_order *order, struct backup_result *ret_result,
                           struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(WORDS_BYTES);
	CLEANUP(arena_freep) struct arena *row_arena = arena_new(4 * BACKUP_VALUE_MAX);
	CLEANUP(close_file) FILE *file = fopen(order->file, "rb");
	struct restoring restoring = { .order = order, .file = file, .arena = arena, .row_arena = row_arena };
	enum status status;

	if (file == NULL)
		return fault_set(fault, WRONG_USE, "cannot open %s: %s", order->file, strerror(errno));
	status = check_digest(order, file, fault);
	if (status == OK)
		status = read_beginning(&restoring, fault);
	if (status == OK)
		status = strstr(order->where, "://") == NULL ? restore_file_database(&restoring, fault)
		                                             : make(&restoring, order->where, fault);
	*ret_result = restoring.result;
	return status;
}
