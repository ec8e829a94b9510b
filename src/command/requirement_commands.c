/* SPDX-License-Identifier: EUPL-1.2 */
/* Which test shows which requirement: the rows of data/requirements.csv with what the last ./check saw pass.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "demo/csv.h"
#include "platform/record/json.h"

#define ROWS_FILE "data/requirements.csv"
#define SHOWN_SUFFIX ".shown" /* tests/run writes it beside the program */
#define MAX_ROWS 1000
#define MAX_PATH_BYTES 4096
#define ANSWER_BYTES ((size_t)4 * 1024 * 1024)

struct requirement {
	const char *id, *words;
	struct texts tests; /* at most as many as the file has lines */
};

struct requirements {
	struct requirement rows[MAX_ROWS];
	size_t count;
};

static enum status read_rows(struct arena *arena, struct requirements *all, struct fault *fault)
{
	struct csv csv;
	enum status status = csv_open(ROWS_FILE, arena, &csv, fault);

	if (status)
		return status;
	while ((status = csv_next(&csv, fault)) == OK && all->count < MAX_ROWS)
		all->rows[all->count++] =
			(struct requirement){ .id = csv_text(&csv, "id"), .words = csv_text(&csv, "words") };
	return status == NOT_FOUND ? OK : status;
}

static struct requirement *row_of(struct requirements *all, const char *id)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->rows[i].id, id) == 0)
			return &all->rows[i];
	return NULL;
}

/* The file beside the program; FAILED when the world does not say where the program stands. */
static enum status shown_path(struct arena *arena, const char **ret_path, struct fault *fault)
{
	char *path = arena_take(arena, MAX_PATH_BYTES);
	ssize_t length = readlink("/proc/self/exe", path, MAX_PATH_BYTES - sizeof SHOWN_SUFFIX);

	if (length < 0)
		return fault_set(fault, FAILED, "cannot tell where this program stands: %s", strerror(errno));
	memcpy(path + length, SHOWN_SUFFIX, sizeof SHOWN_SUFFIX);
	*ret_path = path;
	return OK;
}

/* The text up to the tab or the line's end; at goes past it. */
static const char *read_cell(const char **at, struct arena *arena)
{
	size_t length = strcspn(*at, "\t\n");
	const char *cell = arena_copy_part(arena, *at, length);

	*at += length + ((*at)[length] == '\t' ? 1 : 0);
	return cell;
}

/* The same test on both databases and with sanitizers is one test. */
static bool has_test(const struct requirement *row, const char *test)
{
	for (size_t i = 0; i < row->tests.count; i++)
		if (strcmp(row->tests.items[i], test) == 0)
			return true;
	return false;
}

/* Lines of row, suite and test, with tabs between them. */
static enum status read_shown(const struct command_call *call, const char *path, struct requirements *all,
                              struct fault *fault)
{
	const char *at;
	size_t length, lines = 0;
	enum status status = command_file(call, path, &at, &length, fault);

	if (status)
		return status;
	for (const char *line = strchr(at, '\n'); line != NULL; line = strchr(line + 1, '\n'))
		lines++;
	for (; *at != '\0'; at += *at == '\n' ? 1 : 0) {
		const char *id = read_cell(&at, call->arena), *suite = read_cell(&at, call->arena),
			   *test = read_cell(&at, call->arena);
		struct requirement *row = row_of(all, id);

		if (row == NULL || suite[0] == '\0' || test[0] == '\0' || (*at != '\n' && *at != '\0'))
			return fault_set(fault, FAILED, "%s has a line that no ./check wrote: %s", path, id);
		if (row->tests.items == NULL)
			row->tests.items = ARENA_MANY(call->arena, lines + 1, const char *);
		if (!has_test(row, test))
			row->tests.items[row->tests.count++] = test;
	}
	return OK;
}

static void print_json(const struct requirements *all, bool only_missing, struct text *out)
{
	struct json json = { .out = out };

	json_object_begin(&json);
	json_key(&json, "rows");
	json_array_begin(&json);
	for (size_t i = 0; i < all->count; i++) {
		const struct requirement *row = &all->rows[i];

		if (only_missing && row->tests.count > 0)
			continue;
		json_object_begin(&json);
		json_key(&json, "id");
		json_text(&json, row->id);
		json_key(&json, "words");
		json_text(&json, row->words);
		json_key(&json, "tests");
		json_array_begin(&json);
		for (size_t j = 0; j < row->tests.count; j++)
			json_text(&json, row->tests.items[j]);
		json_array_end(&json);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
}

static void print_table(const struct requirements *all, bool only_missing, struct text *out)
{
	size_t shown = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct requirement *row = &all->rows[i];

		shown += row->tests.count > 0 ? 1 : 0;
		if (only_missing && row->tests.count > 0)
			continue;
		text_print(out, "%-8s %s\n", row->id, row->words);
		for (size_t j = 0; j < row->tests.count; j++)
			text_print(out, "%-8s   %s\n", "", row->tests.items[j]);
	}
	text_print(out, "%zu of %zu rows are shown by a test.", shown, all->count);
}

static enum status run_requirements(struct command_call *call, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct requirements *all = ARENA_NEW(call->arena, struct requirements);
	bool only_missing = command_option(call, "missing") != NULL;
	const char *path = NULL;
	enum status status = read_rows(call->arena, all, fault);

	if (status == OK)
		status = shown_path(call->arena, &path, fault);
	if (status == OK && (path == NULL || access(path, R_OK) != 0))
		(void)fprintf(stderr, "./check has not run, so no test has shown a row yet\n");
	else if (status == OK)
		status = read_shown(call, path, all, fault);
	if (status)
		return status;
	if (command_option(call, "json") != NULL)
		print_json(all, only_missing, &out);
	else
		print_table(all, only_missing, &out);
	(void)printf("%s\n", text_words(&out));
	return OK;
}

static const struct command_option requirements_options[] = {
	{ "missing", NULL, false, "only the rows that no test shows" },
	{ "json", NULL, false, "print them as JSON" },
	{ NULL, NULL, false, NULL },
};

const struct command command_requirements = {
	"requirements",
	"The rows of the source documents, each with the tests that showed it in the last ./check.", NULL,
	requirements_options, run_requirements
};
