/* SPDX-License-Identifier: EUPL-1.2 */
/* A CSV file with named columns, where everything that is wrong becomes a finding at its line. */
#ifndef CONTRACT_TENDER_TABLE_H
#define CONTRACT_TENDER_TABLE_H

#include "contract/tender/names.h"
#include "platform/base/decimal.h"
#include "platform/base/finding.h"
#include "platform/record/sheet.h"

#define TABLE_COLUMNS_MAX 8
#define TABLE_BYTES_MAX ((size_t)16 * 1024 * 1024)

struct table_column {
	const char *name;
	bool is_optional; /* the column, and so its value, may be left out */
};

struct table {
	struct sheet sheet;
	const struct table_column *columns; /* ends with a NULL name */
	size_t places[TABLE_COLUMNS_MAX];   /* where each stands in the file; SIZE_MAX: nowhere */
	size_t columns_count;               /* of the file */
	struct findings *findings;
};

/*
 * Begins with the first line, which names the columns in any order; a byte order mark, semicolons and other
 * columns are no mistake. False, with a finding, where it cannot be read: empty, too large, a column missing.
 * All texts live in the findings' arena.
 */
bool table_open(struct table *table, const char *bytes, size_t length, const struct table_column *columns,
                struct findings *findings);
/* The next row that has all its values; what a row lacks is a finding. False after the last. */
bool table_next(struct table *table);
/* The value under a column of the row; "" where there is none. */
const char *table_text(const struct table *table, size_t column);
bool table_has(const struct table *table, size_t column);
/* A decimal number; what is none is a finding, and false. */
bool table_decimal(const struct table *table, size_t column, struct decimal *ret_decimal);
/*
 * The number of the name under a column, added where it is new. A new name that differs from an earlier one
 * only in capitals or spaces is a finding, once: it is the same organisation, written in two ways.
 */
size_t table_name(const struct table *table, size_t column, struct names *names);
/* Adds a finding at a line of the file. format is the Dutch sentence. */
void table_refuse(struct findings *findings, int64_t line, const char *code, const char *format, ...)
	PRINTF(4, 5);

#endif
