/* SPDX-License-Identifier: EUPL-1.2 */
/* A file of sheets as spreadsheet programs open it (Office Open XML, ECMA-376), with amounts as numbers. */
#ifndef PLATFORM_RECORD_SPREADSHEET_H
#define PLATFORM_RECORD_SPREADSHEET_H

#include "platform/base/fault.h"
#include "platform/base/text.h"

/* A value in a row. */
struct spreadsheet_cell {
	const char *text; /* NULL: an amount */
	int64_t cents;
};

struct spreadsheet;
/* Begins a file. FAILED where there is no room for it in the folder of temporary files. */
enum status spreadsheet_new(struct spreadsheet **ret_book, struct fault *fault) MUST_CHECK;
/* For CLEANUP: what was not written is gone. */
void spreadsheet_freep(struct spreadsheet **book);
/* Begins a sheet of that name, with bold words above its columns. Rows go to the last sheet. */
void spreadsheet_add_sheet(struct spreadsheet *book, const char *name, const char *const *heads,
                           size_t count);
/*
 * Adds a row. What a spreadsheet would take for a formula gets an apostrophe before it, as in a file of
 * values (CWE-1236): it stays a text, also when somebody saves the sheet as one.
 */
void spreadsheet_add_row(struct spreadsheet *book, const struct spreadsheet_cell *cells, size_t count);
/* Ends the file and adds its bytes to out. FAILED where they do not fit. */
enum status spreadsheet_write(struct spreadsheet *book, struct text *out, struct fault *fault) MUST_CHECK;

#define SPREADSHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#endif
