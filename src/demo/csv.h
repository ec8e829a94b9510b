/* SPDX-License-Identifier: EUPL-1.2 */
/* The data files of a demonstration: comma-separated, the first line names the columns. */
#ifndef DEMO_CSV_H
#define DEMO_CSV_H

#include "platform/base/arena.h"
#include "platform/base/fault.h"

#define CSV_COLUMNS_MAX 40

/* A file being read; the texts of the current line live in the arena. */
struct csv {
	const char *name;
	const char *at;
	struct arena *arena;
	const char *columns[CSV_COLUMNS_MAX];
	const char *values[CSV_COLUMNS_MAX];
	size_t count;
	int line;
};

/* Opens the file of that name in the binary and reads its first line. FAILED when it is not there. */
enum status csv_open(const char *name, struct arena *arena, struct csv *ret_csv,
                     struct fault *fault) MUST_CHECK;
/* The next line: OK, NOT_FOUND after the last, FAILED when it has another number of columns. */
enum status csv_next(struct csv *csv, struct fault *fault) MUST_CHECK;
/* The current line's text or number under a column; "" or 0 when there is no such column. */
const char *csv_text(const struct csv *csv, const char *column);
int64_t csv_number(const struct csv *csv, const char *column);
bool csv_has(const struct csv *csv, const char *column);

#endif
