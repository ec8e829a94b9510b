/* SPDX-License-Identifier: EUPL-1.2 */
/* The journals' heads outside the database, where whoever changes the database cannot change them too. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/journal/register.h"
#include "outlook/monitor/monitor.h"
#include "platform/base/text.h"

#define MAX_HEADS 10000
#define CHAIN_CHARS 64
#define LINE_BYTES 256

static const struct record monitor_head_record = { .name = "head", .size = sizeof(struct monitor_head) };

static enum status print_heads(struct db *db, struct text *lines, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)16 * 1024 * 1024);
	struct records registers;
	enum status status = journal_registers(db, arena, &registers, fault);

	for (size_t i = 0; status == OK && i < registers.count; i++) {
		int64_t register_id = ((const struct journal_register *)registers.items)[i].register_id;
		struct journal_head head;

		status = journal_head(db, register_id, arena, &head, fault);
		if (status == OK && head.fact > 0)
			text_print(lines, "%" PRId64 " %" PRId64 " %s\n", register_id, head.fact, head.chain);
	}
	return status;
}

/* Writes a file whole or not at all. */
static enum status write_whole(const char *path, const struct text *words, struct fault *fault)
{
	char beside[4096];
	ssize_t written;
	int file, synced;

	(void)snprintf(beside, sizeof(beside), "%s.%ld", path, (long)getpid());
	file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (file < 0)
		return fault_set(fault, FAILED, "cannot make the file %s: %s", beside, strerror(errno));
	written = write(file, text_words(words), words->length);
	synced = fsync(file);
	if (close(file) != 0 || synced != 0 || written != (ssize_t)words->length ||
	    rename(beside, path) != 0) {
		(void)unlink(beside);
		return fault_set(fault, FAILED, "cannot write the file %s: %s", path, strerror(errno));
	}
	return OK;
}

enum status monitor_write_heads(struct db *db, struct date day, struct fault *fault)
{
	CLEANUP(text_done) struct text lines = text_new((size_t)MAX_HEADS * LINE_BYTES);
	char path[4096 - 32], day_words[DATE_TEXT_SIZE];
	enum status status = print_heads(db, &lines, fault);

	if (status)
		return status;
	(void)snprintf(path, sizeof(path), "%s/heads", db_state_directory(db));
	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the directory %s: %s", path, strerror(errno));
	(void)snprintf(path, sizeof(path), "%s/heads/%s", db_state_directory(db), date_print(day, day_words));
	return write_whole(path, &lines, fault);
}

/* Reads "register fact chain"; false for anything else. */
static bool read_head(const char *line, struct monitor_head *ret_head, struct arena *arena)
{
	char *after;

	ret_head->register_id = strtoimax(line, &after, 10);
	if (after == line || *after != ' ')
		return false;
	line = after;
	ret_head->head.fact = strtoimax(line, &after, 10);
	if (ret_head->head.fact <= 0 || *after != ' ' ||
	    strspn(after + 1, "0123456789abcdef") != CHAIN_CHARS || after[1 + CHAIN_CHARS] != '\n')
		return false;
	ret_head->head.chain = arena_copy_part(arena, after + 1, CHAIN_CHARS);
	return true;
}

static enum status read_lines(FILE *file, const char *path, struct arena *arena, struct records *heads,
                              struct fault *fault)
{
	char line[LINE_BYTES];

	while (fgets(line, sizeof(line), file) != NULL) {
		if (heads->count == MAX_HEADS)
			return fault_set(fault, WRONG_USE, "%s has more than %d lines", path, MAX_HEADS);
		if (!read_head(line, &((struct monitor_head *)heads->items)[heads->count], arena))
			return fault_set(fault, WRONG_USE,
			                 "%s:%zu: this is not a head: register, fact and chain value", path,
			                 heads->count + 1);
		heads->count++;
	}
	if (ferror(file))
		return fault_set(fault, FAILED, "cannot read %s: %s", path, strerror(errno));
	return heads->count > 0 ? OK : fault_set(fault, WRONG_USE, "%s is empty: it keeps no head", path);
}

enum status monitor_read_heads(const char *path, struct arena *arena, struct records *ret_heads,
                               struct fault *fault)
{
	FILE *file = fopen(path, "re");
	struct records heads;
	enum status status;

	if (file == NULL)
		return fault_set(fault, FAILED, "cannot open %s: %s", path, strerror(errno));
	heads = records_new(&monitor_head_record, MAX_HEADS, arena);
	heads.count = 0;
	status = read_lines(file, path, arena, &heads, fault);
	(void)fclose(file);
	if (status == OK)
		*ret_heads = heads;
	return status;
}
