/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing a backup while the database is in use: all rows as they were at one moment. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/backup.h"
#include "command/backup_files.h"
#include "platform/base/close.h"
#include "platform/db/depot.h"

#define WORDS_BYTES ((size_t)4 * 1024 * 1024)
#define FILE_BYTES ((size_t)128 * 1024 * 1024)

/* Of no meaning elsewhere, or not meant to live on: sessions, leases, databases of what was known. */
static const char *const left_out[] = { "access_session", "access_attempt", "job_job", "known_snapshot" };

struct writing {
	struct db *db;
	FILE *file;
	crypto_generichash_state state;
	struct arena *arena;
	struct backup_result result;
};

static void put(struct writing *writing, const char *bytes, size_t length)
{
	(void)crypto_generichash_update(&writing->state, (const unsigned char *)bytes, length);
	(void)fwrite(bytes, 1, length, writing->file);
}

static void put_words(struct writing *writing, const char *words)
{
	put(writing, words, strlen(words));
}

static void put_value(struct writing *writing, const char *bytes, size_t length)
{
	char head[32];
	int size = snprintf(head, sizeof(head), " %zu:", length);

	put(writing, head, (size_t)size);
	put(writing, bytes, length);
}

static void put_text(struct writing *writing, const char *text)
{
	if (text == NULL)
		put_words(writing, " ~");
	else
		put_value(writing, text, strlen(text));
}

static enum status check_written(const struct writing *writing, struct fault *fault)
{
	return ferror(writing->file) == 0
	               ? OK
	               : fault_set(fault, FAILED, "the backup could not be written: %s", strerror(errno));
}

/* --- the state directory --- */

/* A file that went away meanwhile has been taken into the database, or was erased. */
static enum status put_file(struct writing *writing, const char *name, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(FILE_BYTES);
	CLEANUP(close_file)
	FILE *file = fopen(arena_print(arena, "%s/%s", db_state_directory(writing->db), name), "rb");
	struct stat about;
	char *bytes;
	size_t length;

	if (file == NULL)
		return OK;
	if (fstat(fileno(file), &about) != 0 || (uint64_t)about.st_size > BACKUP_VALUE_MAX)
		return fault_set(fault, FAILED, "cannot read %s, or it is larger than 64 MB", name);
	bytes = arena_take(arena, (size_t)about.st_size + 1);
	length = fread(bytes, 1, (size_t)about.st_size, file);
	put_words(writing, "F");
	put_text(writing, name);
	put_value(writing, bytes, length);
	put_words(writing, "\n");
	writing->result.files++;
	return check_written(writing, fault);
}

static enum status put_folder(struct writing *writing, const char *folder, struct fault *fault)
{
	const char *path = arena_print(writing->arena, "%s/%s", db_state_directory(writing->db), folder);
	CLEANUP(close_directory) DIR *directory = opendir(path);
	enum status status = OK;
	const struct dirent *entry;

	if (directory == NULL)
		return errno == ENOENT ? OK : fault_set(fault, FAILED, "cannot read the folder %s", path);
	while (status == OK && (entry = readdir(directory)) != NULL)
		if (entry->d_name[0] != '.')
			status = put_file(writing,
			                  arena_print(writing->arena, "%s/%s", folder, entry->d_name), fault);
	return status;
}

/* --- the tables --- */

static enum status put_head(void *context, const struct dump_row *row, struct fault *fault)
{
	struct writing *writing = context;

	put_words(writing, "T");
	put_text(writing, row->table);
	for (size_t i = 0; i < row->count; i++)
		put_text(writing, row->names[i]);
	put_words(writing, "\n");
	writing->result.tables++;
	return check_written(writing, fault);
}

static enum status put_row(void *context, const struct dump_row *row, struct fault *fault)
{
	struct writing *writing = context;

	put_words(writing, "R");
	for (size_t i = 0; i < row->count; i++)
		put_text(writing, row->values[i]);
	put_words(writing, "\n");
	writing->result.rows++;
	return check_written(writing, fault);
}

static bool is_left_out(const char *table)
{
	for (size_t i = 0; i < COUNT(left_out); i++)
		if (strcmp(left_out[i], table) == 0)
			return true;
	return false;
}

static enum status put_tables(struct writing *writing, struct fault *fault)
{
	const struct dump_visit visit = { put_head, put_row, writing };
	struct texts tables = dump_tables(all_migrations_count, writing->arena);
	enum status status = db_begin_read(writing->db, fault);

	for (size_t i = 0; status == OK && i < tables.count; i++)
		if (!is_left_out(tables.items[i]))
			status = dump_table(writing->db, tables.items[i], &visit, fault);
	db_rollback(writing->db);
	return status;
}

/* --- the whole --- */

/* What the read log has before the rows are read is in either of the two, and a line in both counts once. */
static enum status put_all_held(struct writing *writing, const char *mark, struct fault *fault)
{
	unsigned char digest[32];
	char hex[sizeof(digest) * 2 + 1];
	enum status status = OK;

	put_words(writing, BACKUP_MAGIC);
	for (size_t i = 0; i < all_migrations_count; i++)
		put_words(writing, arena_print(writing->arena, "M %s %s\n", all_migrations[i].name,
		                               all_migrations[i].hash));
	put_words(writing, arena_print(writing->arena, "K %s\n", mark));
	status = put_folder(writing, backup_folders[0], fault);
	if (status == OK)
		status = put_tables(writing, fault);
	for (size_t i = 1; status == OK && backup_folders[i] != NULL; i++)
		status = put_folder(writing, backup_folders[i], fault);
	(void)crypto_generichash_final(&writing->state, digest, sizeof(digest));
	(void)fprintf(writing->file, "E %s\n", sodium_bin2hex(hex, sizeof(hex), digest, sizeof(digest)));
	return status == OK ? check_written(writing, fault) : status;
}

/* What is in files that the rows speak of stays until it has been read. */
static enum status put_all(struct writing *writing, const char *mark, struct fault *fault)
{
	int handle = -1;
	enum status status = depot_hold(writing->db, &handle, fault);

	if (status == OK)
		status = put_all_held(writing, mark, fault);
	depot_release(&handle);
	return status;
}

static enum status write_beside(struct writing *writing, const char *beside, const char *path,
                                const char *mark, struct fault *fault)
{
	int handle = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	enum status status;

	writing->file = handle < 0 ? NULL : fdopen(handle, "wb");
	if (writing->file == NULL)
		return fault_set(fault, FAILED, "cannot make %s: %s", beside, strerror(errno));
	status = put_all(writing, mark, fault);
	if (status == OK)
		status = backup_keep(writing->file, beside, path, fault);
	(void)fclose(writing->file);
	if (status != OK)
		(void)unlink(beside);
	return status;
}

enum status backup_write(const struct backup_order *order, struct backup_result *ret_result,
                         struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(WORDS_BYTES);
	struct writing writing = { .db = order->db, .arena = arena };
	const char *beside = arena_print(arena, "%s" BACKUP_PART "%ld", order->file, (long)getpid());
	const char *mark = "-";
	unsigned char key[SEAL_KEY_BYTES];
	enum status status =
		backup_read_key(arena_print(arena, "%s/key", db_state_directory(order->db)), key, fault);

	backup_sweep(order->file, BACKUP_PART, arena);
	backup_sweep(order->key_file, BACKUP_PART, arena);
	if (status == OK) {
		mark = backup_key_mark(key, arena);
		status = backup_copy_key(key, order->key_file, fault);
		writing.result.has_key = true;
	}
	if (status == FAILED)
		return status;
	(void)crypto_generichash_init(&writing.state, NULL, 0, 32);
	status = write_beside(&writing, beside, order->file, mark, fault);
	*ret_result = writing.result;
	return status;
}
