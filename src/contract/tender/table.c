/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/table.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "platform/base/words.h"

#define WORDS_BYTES 1000
#define ALIKE_MAX 2000 /* names that are compared with each other: more than anybody has */

void table_refuse(struct findings *findings, int64_t line, const char *code, const char *format, ...)
{
	const char *const translated = words_in(findings->language, format);
	char words[WORDS_BYTES];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(words, sizeof(words), translated, args);
	va_end(args);
	findings_add(findings, code, "", "%s", words)->line = (int)line;
}

/* --- the first line --- */

static bool find_column(struct table *table, size_t column)
{
	const struct sheet *sheet = &table->sheet;
	bool is_right = true;

	table->places[column] = SIZE_MAX;
	for (size_t i = 0; i < sheet->count; i++) {
		if (strcmp(sheet->values[i], table->columns[column].name) != 0)
			continue;
		if (table->places[column] != SIZE_MAX) {
			table_refuse(table->findings, sheet->line, "table-column-doubled",
			             WORDS("De kolom %s staat er twee keer."), table->columns[column].name);
			is_right = false;
		}
		table->places[column] = i;
	}
	if (table->places[column] != SIZE_MAX || table->columns[column].is_optional)
		return is_right;
	table_refuse(table->findings, sheet->line, "table-column",
	             WORDS("De kolom %s ontbreekt; zet zijn naam in de eerste regel."),
	             table->columns[column].name);
	return false;
}

static bool read_header(struct table *table)
{
	bool is_right = true;

	for (size_t i = 0; table->columns[i].name != NULL; i++) {
		assert(i < TABLE_COLUMNS_MAX);
		is_right = find_column(table, i) && is_right;
	}
	return is_right;
}

bool table_open(struct table *table, const char *bytes, size_t length, const struct table_column *columns,
                struct findings *findings)
{
	*table = (struct table){ .columns = columns, .findings = findings };
	if (length > TABLE_BYTES_MAX || sheet_is_utf16(bytes, length)) {
		table_refuse(findings, 1, "table-file",
		             length > TABLE_BYTES_MAX
		                     ? WORDS("Dit bestand is groter dan 16 MB.")
		                     : WORDS("Dit bestand is geen UTF-8. Bewaar het als CSV met UTF-8."));
		return false;
	}
	table->sheet = sheet_open(bytes, length);
	if (!sheet_next(&table->sheet, findings->arena)) {
		table_refuse(findings, 1, "table-empty",
		             WORDS("Dit bestand is leeg; de eerste regel noemt de kolommen."));
		return false;
	}
	if (table->sheet.fault != SHEET_FINE) {
		table_refuse(findings, table->sheet.line, "table-row", "%s",
		             words_in(findings->language, sheet_fault_words(table->sheet.fault)));
		return false;
	}
	table->columns_count = table->sheet.count;
	return read_header(table);
}

/* --- rows --- */

const char *table_text(const struct table *table, size_t column)
{
	size_t place = table->places[column];

	return place < table->sheet.count ? table->sheet.values[place] : "";
}

bool table_has(const struct table *table, size_t column)
{
	return table_text(table, column)[0] != '\0';
}

/* Whether a value stands beyond the last column. */
static bool has_too_many(const struct table *table)
{
	for (size_t i = table->columns_count; i < table->sheet.count; i++)
		if (table->sheet.values[i][0] != '\0')
			return true;
	return false;
}

/* Every column that must be there has a value, and there are no more values than columns. */
static bool is_whole(const struct table *table)
{
	bool is_right = true;

	for (size_t i = 0; table->columns[i].name != NULL; i++) {
		if (table->columns[i].is_optional || table_has(table, i))
			continue;
		table_refuse(table->findings, table->sheet.line, "table-value",
		             WORDS("In deze regel is de kolom %s leeg."), table->columns[i].name);
		is_right = false;
	}
	if (is_right && has_too_many(table)) {
		table_refuse(table->findings, table->sheet.line, "table-value",
		             WORDS("Deze regel heeft meer waarden dan er kolommen zijn; zet een getal met "
		                   "een komma "
		                   "tussen aanhalingstekens, of gebruik een punt."));
		is_right = false;
	}
	return is_right;
}

bool table_next(struct table *table)
{
	while (sheet_next(&table->sheet, table->findings->arena)) {
		if (table->sheet.fault != SHEET_FINE)
			table_refuse(
				table->findings, table->sheet.line, "table-row", "%s",
				words_in(table->findings->language, sheet_fault_words(table->sheet.fault)));
		else if (is_whole(table))
			return true;
	}
	return false;
}

bool table_decimal(const struct table *table, size_t column, struct decimal *ret_decimal)
{
	const char *text = table_text(table, column);

	if (decimal_read(text, ret_decimal))
		return true;
	table_refuse(table->findings, table->sheet.line, "table-number",
	             WORDS("\"%.40s\" is geen getal zoals 7,5 of 7.5, met ten hoogste negen cijfers achter "
	                   "de komma."),
	             text);
	return false;
}

/* Whether two names are the same but for capitals and spaces. */
static bool is_alike(const char *one, const char *other)
{
	for (;;) {
		while (*one == ' ' || *one == '\t')
			one++;
		while (*other == ' ' || *other == '\t')
			other++;
		if (*one == '\0' || *other == '\0')
			return *one == *other;
		if (tolower((unsigned char)*one) != tolower((unsigned char)*other))
			return false;
		one++;
		other++;
	}
}

size_t table_name(const struct table *table, size_t column, struct names *names)
{
	const char *name = table_text(table, column);
	size_t before = names->count, number = names_add(names, name);

	for (size_t i = 0; names->count > before && before < ALIKE_MAX && i < before; i++)
		if (is_alike(names->items[i], name)) {
			table_refuse(table->findings, table->sheet.line, "bidder-alike",
			             WORDS("Inschrijver \"%.60s\" staat hierboven als \"%.60s\"; schrijf de "
			                   "naam overal hetzelfde."),
			             name, names->items[i]);
			break;
		}
	return number;
}
