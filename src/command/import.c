/* SPDX-License-Identifier: EUPL-1.2 */
/* import: what another system has, from a CSV file. */
#include "command/import.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/person/person.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

#define ROW_BYTES ((size_t)64 * 1024 * 1024)
#define ANSWER_BYTES ((size_t)512 * 1024 * 1024)
#define ROWS_TOGETHER 1000
#define ROWS_IN_POSTGRES_TOGETHER 100 /* it keeps every version that a head had until the commit */
#define DIGEST_BYTES 32

static const struct import_sort *const sorts[] = { &import_residents, &import_workers, &import_decisions,
	                                           &import_assignments };

static const struct import_sort *sort_named(const char *name)
{
	for (size_t i = 0; i < COUNT(sorts); i++)
		if (strcmp(sorts[i]->name, name) == 0)
			return sorts[i];
	return NULL;
}

/* --- findings --- */

static const char *column_of(const struct import *import, const char *field)
{
	for (const struct import_column *column = import->sort->columns; column->name != NULL; column++) {
		if (strcmp(column->name, field) == 0)
			return column->name;
		for (size_t i = 0; i < COUNT(column->fields) && column->fields[i] != NULL; i++)
			if (strcmp(column->fields[i], field) == 0)
				return column->name;
	}
	return "";
}

static void note(struct import *import, int64_t line, const char *column, const char *words)
{
	struct arena *arena = import->call->arena;

	import->findings = arena_with_room(arena, import->findings, import->findings_count,
	                                   &import->findings_room, sizeof(import->findings[0]));
	import->findings[import->findings_count++] =
		(struct import_finding){ line, arena_copy(arena, column), arena_copy(arena, words) };
}

static void refuse(struct import *import, const struct findings *findings)
{
	import->refused++;
	for (size_t i = 0; i < findings->count; i++)
		note(import, import->sheet.line, column_of(import, findings->items[i].field),
		     findings->items[i].words);
}

/* --- the file --- */

static bool has_column(const struct import *import, const char *name, size_t *ret_place)
{
	for (size_t i = 0; i < import->sheet.count; i++)
		if (strcmp(import->sheet.values[i], name) == 0) {
			*ret_place = i;
			return true;
		}
	return false;
}

static bool is_of_sort(const struct import_sort *sort, const char *name)
{
	for (const struct import_column *column = sort->columns; column->name != NULL; column++)
		if (strcmp(column->name, name) == 0)
			return true;
	return false;
}

/* What is in a column that this program does not know is not brought in, and that is said. */
static enum status check_names(struct import *import, struct fault *fault)
{
	const struct sheet *sheet = &import->sheet;

	for (size_t i = 0; i < sheet->count; i++) {
		for (size_t j = 0; j < i; j++)
			if (sheet->values[i][0] != '\0' && strcmp(sheet->values[i], sheet->values[j]) == 0)
				return fault_set(fault, WRONG_USE, "the column %.60s stands there twice",
				                 sheet->values[i]);
		if (!is_of_sort(import->sort, sheet->values[i]))
			note(import, 1, sheet->values[i],
			     words_in(import->call->language,
			              WORDS("Deze kolom is onbekend; wat erin staat, is niet overgenomen.")));
	}
	return OK;
}

static enum status read_header(struct import *import, struct fault *fault)
{
	const struct import_column *column = import->sort->columns;
	bool any = sheet_next(&import->sheet, import->call->arena);

	if (!any || import->sheet.fault != SHEET_FINE)
		return fault_set(fault, WRONG_USE,
		                 any ? "the first line, with the names of the columns, "
		                       "cannot be read"
		                     : "the file is empty: its first line must name the "
		                       "columns");
	for (size_t i = 0; column[i].name != NULL; i++)
		if (!has_column(import, column[i].name, &import->places[i]))
			return fault_set(fault, WRONG_USE,
			                 "the column %s is missing from the first line; docs/import.md names "
			                 "all columns",
			                 column[i].name);
	return check_names(import, fault);
}

static enum status open_file(struct import *import, struct fault *fault)
{
	const char *path = import->call->names.items[1], *bytes;
	unsigned char digest[DIGEST_BYTES];
	char *hex = arena_take(import->call->arena, 2 * DIGEST_BYTES + 1);
	size_t length;

	if (command_file(import->call, path, &bytes, &length, fault) != OK)
		return WRONG_USE;
	if (sheet_is_utf16(bytes, length))
		return fault_set(fault, WRONG_USE, "%s is UTF-16; save it as UTF-8", path);
	(void)crypto_generichash(digest, sizeof(digest), (const unsigned char *)bytes, length, NULL, 0);
	import->digest = sodium_bin2hex(hex, 2 * DIGEST_BYTES + 1, digest, sizeof(digest));
	import->sheet = sheet_open(bytes, length);
	return read_header(import, fault);
}

const char *import_text(const struct import *import, const char *column)
{
	for (size_t i = 0; import->sort->columns[i].name != NULL; i++)
		if (strcmp(import->sort->columns[i].name, column) == 0)
			return import->sheet.values[import->places[i]];
	return "";
}

void import_number(const char *text, const char *column, int64_t *ret_number, struct findings *findings)
{
	size_t digits = strspn(text, "0123456789");

	if (text[digits] != '\0' || digits > 12)
		(void)findings_add(findings, "import-number", column, WORDS("Vul een heel getal in."));
	else if (digits > 0)
		*ret_number = strtoll(text, NULL, 10);
}

void import_day(const struct import *import, const char *column, struct date *ret_day,
                struct findings *findings)
{
	const char *text = import_text(import, column);
	struct birth day = { 0 };

	if (text[0] == '\0' || date_read(text, ret_day))
		return;
	if (birth_read(text, &day) && !has_words(day.unknown))
		*ret_day = day.first;
	else
		(void)findings_add(
			findings, "import-day", column,
			WORDS("Deze dag kan niet bestaan. Schrijf acht cijfers: jaar, maand, dag."));
}

/* --- rows --- */

/* A row that cannot be taken apart. */
static bool is_broken(struct import *import, size_t columns)
{
	const struct sheet *sheet = &import->sheet;
	const char *language = import->call->language, *column = "";
	char words[200];

	if (sheet->fault != SHEET_FINE) {
		for (size_t i = 0; import->sort->columns[i].name != NULL; i++)
			if (import->places[i] == sheet->fault_column)
				column = import->sort->columns[i].name;
		note(import, sheet->line, column, words_in(language, sheet_fault_words(sheet->fault)));
	} else if (sheet->count != columns) {
		(void)snprintf(words, sizeof(words),
		               words_in(language, WORDS("Deze regel heeft %zu waarden; de eerste regel "
		                                        "noemt %zu kolommen.")),
		               sheet->count, columns);
		note(import, sheet->line, "", words);
	} else {
		return false;
	}
	import->refused++;
	return true;
}

static enum status bring_row(struct import *import, struct fault *fault)
{
	struct findings findings = findings_new(import->journal.arena, import->call->language);
	struct db *db = import->journal.db;
	enum status status = db_savepoint(db, DB_SAVE, fault);

	if (status == OK)
		status = import->sort->row(import, &findings, fault);
	if (status == FINDINGS) {
		refuse(import, &findings);
		return db_savepoint(db, DB_BACK, fault);
	}
	if (status != OK)
		return status;
	import->accepted++;
	return db_savepoint(db, DB_RELEASE, fault);
}

/* The next rows, as many as go together; ret_is_more false after the last. */
static enum status bring_chunk(struct import *import, size_t columns, bool *ret_is_more, struct fault *fault)
{
	struct db *db = import->journal.db;
	int64_t room = db_engine(db) == DB_POSTGRES ? ROWS_IN_POSTGRES_TOGETHER : ROWS_TOGETHER;
	enum status status = db_begin(db, fault);

	for (; status == OK && room > 0; room--) {
		arena_clear(import->journal.arena);
		*ret_is_more = sheet_next(&import->sheet, import->journal.arena);
		if (!*ret_is_more)
			break;
		if (!is_broken(import, columns))
			status = bring_row(import, fault);
	}
	return db_end(db, status, fault);
}

static enum status bring_rows(struct import *import, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROW_BYTES);
	size_t columns = import->sheet.count;
	bool is_more = true;
	enum status status = OK;

	import->journal.arena = arena;
	while (status == OK && is_more) {
		status = bring_chunk(import, columns, &is_more, fault);
		command_progress("rows:", import->accepted + import->refused);
	}
	import->journal.arena = import->call->arena;
	command_progress(NULL, 0);
	return status;
}

/* --- the answer --- */

static void print_json(const struct import *import)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct json json = { .out = &out };

	json_object_begin(&json);
	json_key(&json, "accepted");
	json_number(&json, import->accepted);
	json_key(&json, "refused");
	json_number(&json, import->refused);
	json_key(&json, "findings");
	json_array_begin(&json);
	for (size_t i = 0; i < import->findings_count; i++) {
		json_object_begin(&json);
		json_key(&json, "line");
		json_number(&json, import->findings[i].line);
		json_key(&json, "column");
		json_text(&json, import->findings[i].column);
		json_key(&json, "words");
		json_text(&json, import->findings[i].words);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
	(void)printf("%s\n", text_words(&out));
}

static void print_lines(const struct import *import)
{
	for (size_t i = 0; i < import->findings_count; i++) {
		const struct import_finding *finding = &import->findings[i];

		(void)printf("%s:%lld: %s%s%s\n", import->call->names.items[1], (long long)finding->line,
		             finding->column, finding->column[0] == '\0' ? "" : ": ", finding->words);
	}
	(void)printf(words_in(import->call->language, WORDS("%lld overgenomen, %lld geweigerd")),
	             (long long)import->accepted, (long long)import->refused);
	(void)printf("\n");
}

static enum status check_call(struct import *import, struct fault *fault)
{
	const struct texts *names = &import->call->names;

	if (names->count != 2)
		return fault_set(
			fault, WRONG_USE,
			"import needs what to bring in (residents, workers, decisions, assignments) and one "
			"file");
	import->sort = sort_named(names->items[0]);
	if (import->sort == NULL)
		return fault_set(fault, WRONG_USE,
		                 "import cannot bring in %.60s; it knows residents, workers, decisions and "
		                 "assignments",
		                 names->items[0]);
	return open_file(import, fault);
}

static enum status run_import(struct command_call *call, struct fault *fault)
{
	struct import import = { .call = call };
	struct import_target target = { 0 };
	enum status status = check_call(&import, fault);

	if (status == OK)
		status = import_open(&import, &target, fault);
	if (status == OK)
		status = bring_rows(&import, fault);
	if (target.schemes != NULL)
		scheme_book_free(target.schemes);
	if (target.db != NULL)
		db_close(target.db);
	if (status)
		return status;
	if (command_option(call, "json") != NULL)
		print_json(&import);
	else
		print_lines(&import);
	return import.refused > 0 ? FINDINGS : OK;
}

static const struct command_option import_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file, made when it is not there, or postgresql://..." },
	{ "scheme", "NAME", true, "whose register it is; a new register adopts this scheme" },
	{ "json", NULL, false, "print the answer as JSON" },
	{ "codes", "FILE", false, "where the codes of new workers go; beside the file when not given" },
	{ NULL, NULL, false, NULL },
};

const struct command command_import = {
	"import", "Bring in what another system has, from a CSV file; docs/import.md names the columns.",
	"residents|workers|decisions|assignments FILE.csv", import_options, run_import
};
