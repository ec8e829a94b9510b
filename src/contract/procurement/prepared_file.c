/* SPDX-License-Identifier: EUPL-1.2 */
/* What is prepared, as a file of rows: in from what offices save, and out so that it comes in again. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "contract/procurement/prepared.h"
#include "contract/tender/table.h"
#include "platform/base/words.h"

enum column { SORT, NAME, LABEL, WORDS_OF, WEIGHT, KNOCK_OUT, CONCRETE, COLUMNS };

/* Each column as it is called here and elsewhere. */
static const char *const column_names[COLUMNS][2] = {
	[SORT] = { "soort", "sort" },
	[NAME] = { "naam", "name" },
	[LABEL] = { "titel", "label" },
	[WORDS_OF] = { "tekst", "text" },
	[WEIGHT] = { "gewicht", "weight" },
	[KNOCK_OUT] = { "ondergrens", "knock_out" },
	[CONCRETE] = { "concreet", "concrete" },
};
static const char *const sort_names[][2] = {
	{ "perceel", PREPARED_LOT },
	{ "criterium", PREPARED_CRITERION },
	{ "eis", PREPARED_REQUIREMENT },
	{ "kandidaat", PREPARED_CANDIDATE },
};
static const char *const yes[] = { "ja", "yes", "true", "1", "x" };
static const char *const no[] = { "", "nee", "no", "false", "0" };

struct file {
	struct sheet sheet;
	size_t places[COLUMNS]; /* SIZE_MAX: the file has it not */
	struct findings *findings;
};

static bool read_head(struct file *file)
{
	if (!sheet_next(&file->sheet, file->findings->arena) || file->sheet.fault != SHEET_FINE)
		return false;
	for (size_t i = 0; i < COLUMNS; i++) {
		file->places[i] = SIZE_MAX;
		for (size_t n = 0; n < file->sheet.count; n++)
			if (strcasecmp(file->sheet.values[n], column_names[i][0]) == 0 ||
			    strcasecmp(file->sheet.values[n], column_names[i][1]) == 0)
				file->places[i] = n;
	}
	return file->places[SORT] != SIZE_MAX && file->places[NAME] != SIZE_MAX &&
	       file->places[WORDS_OF] != SIZE_MAX;
}

/* Without the apostrophe that kept a spreadsheet from taking it for a formula. */
static const char *value_at(const struct file *file, enum column column)
{
	size_t place = file->places[column];
	const char *value = place < file->sheet.count ? file->sheet.values[place] : "";

	return value[0] == '\'' && sheet_is_formula(value + 1) ? value + 1 : value;
}

static const char *sort_of(const struct file *file)
{
	const char *value = value_at(file, SORT);

	for (size_t i = 0; i < COUNT(sort_names); i++)
		if (strcasecmp(value, sort_names[i][0]) == 0 || strcasecmp(value, sort_names[i][1]) == 0)
			return sort_names[i][1];
	table_refuse(file->findings, file->sheet.line, "prepared-sort",
	             WORDS("\"%.40s\" is geen soort. Schrijf perceel, criterium, eis of kandidaat."), value);
	return NULL;
}

/* Digits, with or without a sign for per cent; nothing is 0. */
static int64_t number_of(const struct file *file, enum column column)
{
	const char *value = value_at(file, column);
	size_t digits = strspn(value, "0123456789");

	if (digits <= 3 &&
	    (value[digits] == '\0' || strcmp(value + digits, "%") == 0 || strcmp(value + digits, " %") == 0))
		return strtoll(value, NULL, 10);
	table_refuse(file->findings, file->sheet.line, "prepared-number",
	             WORDS("\"%.40s\" is geen heel getal van 0 tot en met 100."), value);
	return 0;
}

static bool is_one_of(const char *value, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcasecmp(value, words[i]) == 0)
			return true;
	return false;
}

static bool flag_of(const struct file *file)
{
	const char *value = value_at(file, CONCRETE);

	if (!is_one_of(value, yes, COUNT(yes)) && !is_one_of(value, no, COUNT(no)))
		table_refuse(file->findings, file->sheet.line, "prepared-flag",
		             WORDS("\"%.40s\": schrijf ja of nee."), value);
	return is_one_of(value, yes, COUNT(yes));
}

static bool is_whole(const char *bytes, size_t length, struct findings *findings)
{
	if (length > 4 && memcmp(bytes, "PK\003\004", 4) == 0)
		(void)findings_add(
			findings, "prepared-spreadsheet", "file",
			WORDS("Dit is een spreadsheet (xlsx of ods). Bewaar het blad als CSV (UTF-8), en "
		              "kies dat bestand."));
	else if (sheet_is_utf16(bytes, length))
		(void)findings_add(findings, "prepared-utf16", "file",
		                   WORDS("Dit bestand is geen UTF-8. Bewaar het als CSV (UTF-8)."));
	else if (length > PREPARED_BYTES_MAX)
		(void)findings_add(findings, "prepared-large", "file",
		                   WORDS("Dit bestand is te groot voor een lijst van percelen en eisen."));
	else
		return true;
	return false;
}

/* All rows; lines_of: the line of each. */
static void read_rows(struct file *file, struct tender_prepared *prepared, int64_t **ret_lines_of)
{
	struct arena *arena = file->findings->arena;
	struct prepared_line *lines = ARENA_MANY(arena, PREPARED_LINES_MAX + 1, struct prepared_line);
	int64_t *lines_of = ARENA_MANY(arena, PREPARED_LINES_MAX + 1, int64_t);
	size_t count = 0;

	while (count <= PREPARED_LINES_MAX && sheet_next(&file->sheet, arena)) {
		struct prepared_line line;

		if (file->sheet.fault != SHEET_FINE) {
			table_refuse(
				file->findings, file->sheet.line, "prepared-row", "%s",
				words_in(file->findings->language, sheet_fault_words(file->sheet.fault)));
			continue;
		}
		line = (struct prepared_line){
			.sort = sort_of(file),
			.name = value_at(file, NAME),
			.label = value_at(file, LABEL),
			.words = value_at(file, WORDS_OF),
			.weight = number_of(file, WEIGHT),
			.knock_out = number_of(file, KNOCK_OUT),
			.is_concrete = flag_of(file),
		};
		lines_of[count] = file->sheet.line;
		if (line.sort != NULL)
			lines[count++] = line;
	}
	prepared->lines = (struct records){ lines, count };
	*ret_lines_of = lines_of;
}

void prepared_read(const char *bytes, size_t length, const struct scheme *scheme,
                   struct tender_prepared *ret_prepared, struct findings *findings)
{
	struct file file = { .sheet = sheet_open(bytes, length), .findings = findings };
	int64_t *lines_of;

	if (!is_whole(bytes, length, findings))
		return;
	if (!read_head(&file)) {
		table_refuse(findings, 1, "prepared-columns",
		             WORDS("De eerste regel noemt de kolommen: soort, naam, titel, tekst, gewicht, "
		                   "ondergrens en concreet. Soort, naam en tekst moeten er zijn."));
		return;
	}
	read_rows(&file, ret_prepared, &lines_of);
	prepared_check(&ret_prepared->lines, scheme, lines_of, findings);
	if (ret_prepared->lines.count == 0 && findings->count == 0)
		(void)findings_add(findings, "prepared-empty", "file",
		                   WORDS("In dit bestand staat geen enkele regel."));
}

/* --- out --- */

static const char *sort_word(const char *sort)
{
	for (size_t i = 0; i < COUNT(sort_names); i++)
		if (strcmp(sort_names[i][1], or_empty(sort)) == 0)
			return sort_names[i][0];
	return "";
}

static const char *number_word(int64_t number, struct arena *arena)
{
	return number == 0 ? "" : arena_print(arena, "%lld", (long long)number);
}

void prepared_write(const struct records *lines, struct arena *arena, struct text *out)
{
	const struct prepared_line *line = lines->items;
	const char *cells[COLUMNS];

	for (size_t i = 0; i < COLUMNS; i++)
		cells[i] = column_names[i][0];
	sheet_add_row(out, cells, COLUMNS);
	for (size_t i = 0; i < lines->count; i++) {
		cells[SORT] = sort_word(line[i].sort);
		cells[NAME] = line[i].name;
		cells[LABEL] = line[i].label;
		cells[WORDS_OF] = line[i].words;
		cells[WEIGHT] = number_word(line[i].weight, arena);
		cells[KNOCK_OUT] = number_word(line[i].knock_out, arena);
		cells[CONCRETE] = line[i].is_concrete ? "ja" : "";
		sheet_add_row(out, cells, COLUMNS);
	}
}
