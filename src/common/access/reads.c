/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A line is "register person seconds account page\n". A file is laid out in full beforehand, so that a flush
 * writes data only; what follows the last line is zeros. The owner holds a lock on its file, which tells others
 * whether it is still being written.
 */
#define _DEFAULT_SOURCE /* flock */
#include "common/access/reads.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "access_sql.h"

#define FILE_BYTES ((int64_t)4 * 1024 * 1024)
#define MAX_WAITING_BYTES ((size_t)1024 * 1024)
#define LINE_WORDS 64

static const struct field read_line_fields[] = {
	FIELD(struct read_line, read_at),
	FIELD(struct read_line, account),
	FIELD(struct read_line, name),
	FIELD(struct read_line, page),
};
const struct record read_line_record = RECORD(struct read_line, "read_line", read_line_fields);

static enum status open_file(struct reads *reads, struct fault *fault)
{
	/* no name is ever used again, since the database remembers how far it has taken in each */
	(void)snprintf(reads->path, sizeof(reads->path), "%s/%ld-%08x%08x", reads->directory, (long)getpid(),
	               randombytes_random(), randombytes_random());
	reads->file = open(reads->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (reads->file < 0)
		return fault_set(fault, FAILED, "cannot make the read log %s: %s", reads->path, strerror(errno));
	(void)flock(reads->file, LOCK_EX | LOCK_NB);
	reads->used_bytes = 0;
	if (posix_fallocate(reads->file, 0, (off_t)FILE_BYTES) != 0 || fsync(reads->file) != 0)
		return fault_set(fault, FAILED, "cannot lay out the read log %s: is the disk full?", reads->path);
	return OK;
}

enum status reads_open(struct reads *reads, const struct db *db, struct fault *fault)
{
	*reads = (struct reads){ .file = -1, .waiting = text_new(MAX_WAITING_BYTES) };
	(void)snprintf(reads->directory, sizeof(reads->directory), "%s/reads", db_state_directory(db));
	if (mkdir(reads->directory, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the directory %s: %s", reads->directory, strerror(errno));
	return open_file(reads, fault);
}

void reads_close(struct reads *reads)
{
	if (reads->file >= 0)
		(void)close(reads->file);
	reads->file = -1;
	text_done(&reads->waiting);
}

void reads_note(struct reads *reads, int64_t register_id, int64_t person, struct moment at, const char *account,
                const char *page)
{
	text_print(&reads->waiting, "%" PRId64 " %" PRId64 " %" PRId64 " %s %s\n", register_id, person, at.seconds,
	           account, page);
}

static enum status write_all(struct reads *reads, struct fault *fault)
{
	size_t done = 0;

	while (done < reads->waiting.length) {
		ssize_t wrote = pwrite(reads->file, reads->waiting.bytes + done, reads->waiting.length - done,
		                       (off_t)(reads->used_bytes + (int64_t)done));

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return fault_set(fault, FAILED, "cannot write the read log %s: %s", reads->path, strerror(errno));
		done += (size_t)wrote;
	}
	if (fdatasync(reads->file) != 0)
		return fault_set(fault, FAILED, "cannot write the read log %s: %s", reads->path, strerror(errno));
	reads->used_bytes += (int64_t)done;
	return OK;
}

enum status reads_flush(struct reads *reads, struct fault *fault)
{
	enum status status;

	if (reads->waiting.length == 0)
		return OK;
	if (reads->waiting.is_full)
		return fault_set(fault, FAILED, "more was read in one turn than the read log holds");
	if (reads->used_bytes + (int64_t)reads->waiting.length > FILE_BYTES) {
		(void)close(reads->file);
		status = open_file(reads, fault);
		if (status)
			return status;
	}
	status = write_all(reads, fault);
	text_clear(&reads->waiting);
	return status;
}

/* --- from the files into the database, and out again --- */

struct line {
	int64_t register_id, person;
	struct moment at;
	char account[LINE_WORDS], page[LINE_WORDS];
};

/* Copies the word at text into word; the text after it, or NULL when it is no word of a line. */
static const char *read_word(const char *text, char end, char word[static LINE_WORDS])
{
	const char *stop = strchr(text, end);
	size_t length = stop == NULL ? LINE_WORDS : (size_t)(stop - text);

	if (length >= LINE_WORDS)
		return NULL;
	memcpy(word, text, length);
	word[length] = '\0';
	return stop + 1;
}

/* Reads the line at text; the text after it, or NULL when there is no whole line. */
static const char *read_line(const char *text, struct line *line)
{
	char *after;

	line->register_id = strtoimax(text, &after, 10);
	if (after == text || *after != ' ')
		return NULL;
	line->person = strtoimax(after, &after, 10);
	line->at.seconds = strtoimax(after, &after, 10);
	if (*after != ' ')
		return NULL;
	text = read_word(after + 1, ' ', line->account);
	return text == NULL ? NULL : read_word(text, '\n', line->page);
}

/* The whole of a log file from a place, with a NUL behind it; NULL when it cannot be read. */
static char *load_file(const char *directory, const char *name, int64_t from, bool *ret_is_ours)
{
	char path[1024];
	char *content = calloc(1, (size_t)FILE_BYTES + 1);
	int file;

	if (content == NULL)
		abort();
	(void)snprintf(path, sizeof(path), "%s/%s", directory, name);
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || pread(file, content, (size_t)FILE_BYTES, (off_t)from) < 0) {
		free(content);
		content = NULL;
	}
	*ret_is_ours = file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0;
	if (file >= 0)
		(void)close(file);
	return content;
}

static enum status folded_bytes(struct db *db, const char *name, int64_t *ret_bytes, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_text(name) };
	enum status status = db_one(db, &sql_access_folded, values, COUNT(values), &rows, fault);

	*ret_bytes = status == OK ? db_number(&rows, 0) : 0;
	return status == NOT_FOUND ? OK : status;
}

static enum status insert_lines(struct db *db, const char *name, const char *content, int64_t *place,
                                struct fault *fault)
{
	const char *at = content;
	struct line line;
	enum status status = OK;

	while (status == OK) {
		const char *next = read_line(at, &line);
		const struct value values[] = { value_number(line.register_id), value_number(line.person),
			                        value_moment(line.at),          value_text(name),
			                        value_number(*place),           value_text(line.account),
			                        value_text(line.page) };

		if (next == NULL)
			break;
		status = db_run(db, &sql_access_add_read, values, COUNT(values), fault);
		*place += next - at;
		at = next;
	}
	return status;
}

static enum status fold_content(struct db *db, const char *name, const char *content, int64_t place,
                                struct fault *fault)
{
	int64_t before = place;
	enum status status = db_begin(db, fault);

	if (status)
		return status;
	status = insert_lines(db, name, content, &place, fault);
	if (status == OK && place > before) {
		const struct value values[] = { value_text(name), value_number(place) };

		status = db_run(db, &sql_access_set_folded, values, COUNT(values), fault);
	}
	if (status == OK)
		return db_commit(db, fault);
	db_rollback(db);
	return status;
}

static enum status fold_file(struct db *db, const char *directory, const char *name, struct fault *fault)
{
	char path[1024];
	const struct value values[] = { value_text(name) };
	bool is_ours = false;
	int64_t place;
	char *content;
	enum status status = folded_bytes(db, name, &place, fault);

	if (status)
		return status;
	content = load_file(directory, name, place, &is_ours);
	if (content != NULL && content[0] != '\0')
		status = fold_content(db, name, content, place, fault);
	free(content);
	if (status != OK || !is_ours)
		return status;
	/* nobody writes it any more, and all of it is in the database */
	(void)snprintf(path, sizeof(path), "%s/%s", directory, name);
	(void)unlink(path);
	return db_run(db, &sql_access_forget_file, values, COUNT(values), fault);
}

static DIR *open_directory(const struct db *db, char directory[static 448])
{
	(void)snprintf(directory, 448, "%s/reads", db_state_directory(db));
	return opendir(directory);
}

enum status reads_fold(struct db *db, struct fault *fault)
{
	char directory[448];
	DIR *entries = open_directory(db, directory);
	struct dirent *entry;
	enum status status = OK;

	while (status == OK && entries != NULL && (entry = readdir(entries)) != NULL)
		if (entry->d_name[0] != '.')
			status = fold_file(db, directory, entry->d_name, fault);
	if (entries != NULL)
		(void)closedir(entries);
	return status;
}

/* Adds the lines about the person that stand in content. */
static void collect(const char *content, int64_t register_id, int64_t person, struct arena *arena,
                    struct records *lines, size_t max)
{
	struct line line;

	while (lines->count < max && (content = read_line(content, &line)) != NULL)
		if (line.register_id == register_id && line.person == person)
			((struct read_line *)lines->items)[lines->count++] =
				(struct read_line){ .read_at = line.at,
				                    .account = arena_copy(arena, line.account),
				                    .name = arena_copy(arena, line.account),
				                    .page = arena_copy(arena, line.page) };
}

enum status reads_of(struct db *db, int64_t register_id, int64_t person, struct arena *arena,
                     struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(person) };
	struct records stored, lines = records_new(&read_line_record, 200, arena);
	char directory[448];
	DIR *entries = open_directory(db, directory);
	struct dirent *entry;
	enum status status = OK;

	lines.count = 0;
	while (status == OK && entries != NULL && (entry = readdir(entries)) != NULL) {
		bool is_ours;
		int64_t place = 0;
		char *content;

		if (entry->d_name[0] == '.')
			continue;
		status = folded_bytes(db, entry->d_name, &place, fault);
		content = status == OK ? load_file(directory, entry->d_name, place, &is_ours) : NULL;
		if (content != NULL)
			collect(content, register_id, person, arena, &lines, 100);
		free(content);
	}
	if (entries != NULL)
		(void)closedir(entries);
	if (status == OK)
		status = db_list(db, &sql_access_reads_of, values, COUNT(values), &read_line_record, arena, &stored, fault);
	if (status)
		return status;
	memcpy((struct read_line *)lines.items + lines.count, stored.items, stored.count * sizeof(struct read_line));
	lines.count += stored.count;
	*ret_lines = lines;
	return OK;
}
