/* SPDX-License-Identifier: EUPL-1.2 */
/* A file of rows as spreadsheets and other systems save it (CSV, RFC 4180), however dirty it came. */
#ifndef PLATFORM_RECORD_SHEET_H
#define PLATFORM_RECORD_SHEET_H

#include "platform/base/arena.h"
#include "platform/base/text.h"

#define SHEET_COLUMNS_MAX 64
#define SHEET_ROW_BYTES_MAX 65536 /* a longer row is a quotation mark that was never closed */

/* What keeps a row from being read. */
enum sheet_fault {
	SHEET_FINE,
	SHEET_NUL,        /* a byte that is zero */
	SHEET_NOT_UTF8,   /* bytes that are no UTF-8, as a file in another code has them */
	SHEET_QUOTE_OPEN, /* a quotation mark that is never closed, or a row longer than may be */
	SHEET_QUOTE_TAIL, /* something stands behind the closing quotation mark */
	SHEET_TOO_MANY    /* more than SHEET_COLUMNS_MAX values */
};

struct sheet {
	const char *at, *end;
	char separator;    /* a comma or a semicolon, whichever the first line has more of */
	int64_t next_line; /* physical lines, from 1 */
	/* the row that was read last */
	int64_t line; /* on which it begins */
	enum sheet_fault fault;
	size_t fault_column; /* the place of the value in which the fault was met */
	const char *values[SHEET_COLUMNS_MAX];
	size_t count;
};

/* Begins to read bytes, which stay the caller's; a byte order mark is passed over. */
struct sheet sheet_open(const char *bytes, size_t length);
/*
 * The next row, its values in arena and without surrounding blanks; a line end within quotation marks becomes
 * a blank. A value that was quoted may have separators; two quotation marks are one. Lines without any value
 * are passed over. A row with a fault has no more than its line and the fault; what follows is read as if it
 * had not been there: after a quotation mark that stays open from the next physical line on. False after the
 * last row.
 */
bool sheet_next(struct sheet *sheet, struct arena *arena);
/* The fault as a person reads it, Dutch; "" for none. */
const char *sheet_fault_words(enum sheet_fault fault);
/* Whether the bytes begin as UTF-16, which spreadsheets save as "Unicode text". */
bool sheet_is_utf16(const char *bytes, size_t length);
/* Whether so many bytes are UTF-8. */
bool utf8_is_right(const char *bytes, size_t length);

/* Whether a spreadsheet would take the value for a formula. */
bool sheet_is_formula(const char *value);
/*
 * Adds a value in quotes, its own doubled (RFC 4180). What a spreadsheet would take for a formula (it begins
 * with an equals, plus or at sign, a tab, or a minus before more than a number) gets an apostrophe before it.
 */
void sheet_add_cell(struct text *out, const char *value);
/* Adds a row of them, with commas and a line end; a NULL is empty. */
void sheet_add_row(struct text *out, const char *const *values, size_t count);

#endif
