/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/csv.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/embedded.h"

/* A value up to the comma or the line's end; one between quotes may have commas. */
static const char *read_value(struct csv *csv)
{
	bool is_quoted = *csv->at == '"';
	const char *begin = csv->at + (is_quoted ? 1 : 0);
	size_t length = strcspn(begin, is_quoted ? "\"\n" : ",\r\n");

	csv->at = begin + length + (is_quoted && begin[length] == '"' ? 1 : 0);
	return arena_copy_part(csv->arena, begin, length);
}

/* The values of one line; how many there are. */
static size_t read_line(struct csv *csv, const char **values)
{
	size_t count = 0;

	csv->line++;
	values[count++] = read_value(csv);
	while (*csv->at == ',' && count < CSV_COLUMNS_MAX) {
		csv->at++;
		values[count++] = read_value(csv);
	}
	csv->at += strspn(csv->at, "\r");
	if (*csv->at == '\n')
		csv->at++;
	return count;
}

enum status csv_open(const char *name, struct arena *arena, struct csv *ret_csv, struct fault *fault)
{
	const struct embedded_file *file = embedded_find(name);

	if (file == NULL)
		return fault_set(fault, FAILED, "the file %s is not in this program", name);
	*ret_csv = (struct csv){ .name = name, .at = (const char *)file->bytes, .arena = arena };
	ret_csv->count = read_line(ret_csv, ret_csv->columns);
	return OK;
}

enum status csv_next(struct csv *csv, struct fault *fault)
{
	if (*csv->at == '\0')
		return NOT_FOUND;
	if (read_line(csv, csv->values) != csv->count)
		return fault_set(fault, FAILED, "%s:%d: this line has not as many columns as the first",
		                 csv->name, csv->line);
	return OK;
}

static size_t column_of(const struct csv *csv, const char *column)
{
	size_t i = 0;

	while (i < csv->count && strcmp(csv->columns[i], column) != 0)
		i++;
	return i;
}

bool csv_has(const struct csv *csv, const char *column)
{
	return column_of(csv, column) < csv->count;
}

const char *csv_text(const struct csv *csv, const char *column)
{
	return csv_has(csv, column) ? csv->values[column_of(csv, column)] : "";
}

int64_t csv_number(const struct csv *csv, const char *column)
{
	return strtoll(csv_text(csv, column), NULL, 10);
}
