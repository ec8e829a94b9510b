/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/record/spreadsheet.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "platform/record/sheet.h"

#define FILE_TEMPLATE "/tmp/thuisregie-XXXXXX"
#define CELL_CHARS 1000 /* more is cut off; a sheet takes 32767 */
#define COLUMN_WIDTH 18
#define BYTES_GUESSED ((size_t)16 * 1024)
#define CENTS 100.0

struct spreadsheet {
	char path[sizeof(FILE_TEMPLATE)];
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *bold, *money;
	lxw_row_t row;
};

enum status spreadsheet_new(struct spreadsheet **ret_book, struct fault *fault)
{
	struct spreadsheet *book = calloc(1, sizeof(*book));
	lxw_doc_properties properties = { .created = 1 }; /* the same sheets are the same bytes */
	int file;

	assert(book != NULL);
	memcpy(book->path, FILE_TEMPLATE, sizeof(FILE_TEMPLATE));
	file = mkstemp(book->path);
	if (file < 0) {
		free(book);
		return fault_set(fault, FAILED, "a temporary file cannot be made");
	}
	(void)close(file);
	book->book = workbook_new_opt(book->path, NULL);
	assert(book->book != NULL);
	(void)workbook_set_properties(book->book, &properties);
	book->bold = workbook_add_format(book->book);
	format_set_bold(book->bold);
	book->money = workbook_add_format(book->book);
	format_set_num_format(book->money, "#,##0.00");
	*ret_book = book;
	return OK;
}

static lxw_error close_book(struct spreadsheet *book)
{
	lxw_error error = workbook_close(book->book);

	book->book = NULL;
	return error;
}

void spreadsheet_freep(struct spreadsheet **book)
{
	if (*book == NULL)
		return;
	if ((*book)->book != NULL)
		(void)close_book(*book);
	(void)unlink((*book)->path);
	free(*book);
	*book = NULL;
}

static void put_text(struct spreadsheet *book, lxw_col_t column, const char *text, lxw_format *format)
{
	struct text safe = text_new(CELL_CHARS);

	text_print(&safe, "%s%s", sheet_is_formula(text) ? "'" : "", text);
	(void)worksheet_write_string(book->sheet, book->row, column, text_words(&safe), format);
	text_done(&safe);
}

void spreadsheet_add_sheet(struct spreadsheet *book, const char *name, const char *const *heads, size_t count)
{
	book->sheet = workbook_add_worksheet(book->book, name);
	assert(book->sheet != NULL);
	book->row = 0;
	(void)worksheet_set_column(book->sheet, 0, (lxw_col_t)(count - 1), COLUMN_WIDTH, NULL);
	for (size_t i = 0; i < count; i++)
		put_text(book, (lxw_col_t)i, heads[i], book->bold);
	worksheet_freeze_panes(book->sheet, 1, 0);
	book->row++;
}

void spreadsheet_add_row(struct spreadsheet *book, const struct spreadsheet_cell *cells, size_t count)
{
	assert(book->sheet != NULL);
	for (size_t i = 0; i < count; i++)
		if (cells[i].text != NULL)
			put_text(book, (lxw_col_t)i, cells[i].text, NULL);
		else
			(void)worksheet_write_number(book->sheet, book->row, (lxw_col_t)i,
			                             (double)cells[i].cents / CENTS, book->money);
	book->row++;
}

enum status spreadsheet_write(struct spreadsheet *book, struct text *out, struct fault *fault)
{
	size_t before = out->length;
	FILE *file;

	if (close_book(book) != LXW_NO_ERROR)
		return fault_set(fault, FAILED, "a spreadsheet cannot be written");
	file = fopen(book->path, "rb");
	if (file == NULL)
		return fault_set(fault, FAILED, "a spreadsheet cannot be read back");
	text_add_file(out, file, BYTES_GUESSED);
	(void)fclose(file);
	return out->length > before && !out->is_full ? OK
	                                             : fault_set(fault, FAILED, "a spreadsheet is too large");
}
