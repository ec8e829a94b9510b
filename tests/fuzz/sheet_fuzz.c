/* SPDX-License-Identifier: EUPL-1.2 */
/* A file of rows as another system may have left it: lines go up, what is read is UTF-8 without line ends,
 * and what is written out between quotation marks reads the same again. */
#include <assert.h>
#include <string.h>

#include "platform/base/text.h"
#include "platform/record/sheet.h"

static void write_row(struct text *out, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		text_add(out, i == 0 ? "\"" : ",\"");
		for (const char *at = sheet->values[i]; *at != '\0'; at++)
			text_add(out, *at == '"' ? "\"\"" : (const char[]){ *at, '\0' });
		text_add(out, "\"");
	}
	text_add(out, "\n");
}

static void reads_again(const struct sheet *sheet, struct arena *arena)
{
	CLEANUP(text_done) struct text out = text_new((size_t)1024 * 1024);
	struct sheet again;

	text_add(&out, "a,b\n");
	write_row(&out, sheet);
	again = sheet_open(out.bytes, out.length);
	assert(sheet_next(&again, arena) && sheet_next(&again, arena));
	if (again.fault == SHEET_QUOTE_OPEN)
		return; /* the marks made it longer than a row may be */
	assert(again.fault == SHEET_FINE && again.count == sheet->count && again.line == 2);
	for (size_t i = 0; i < sheet->count; i++)
		assert(strcmp(again.values[i], sheet->values[i]) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)256 * 1024 * 1024);
	struct sheet sheet = sheet_open((const char *)data, size);
	int64_t line = 0;

	while (sheet_next(&sheet, arena)) {
		assert(sheet.line > line && sheet.next_line > sheet.line - 1 &&
		       sheet.count <= SHEET_COLUMNS_MAX);
		line = sheet.line;
		for (size_t i = 0; sheet.fault == SHEET_FINE && i < sheet.count; i++)
			assert(utf8_is_right(sheet.values[i], strlen(sheet.values[i])) &&
			       strpbrk(sheet.values[i], "\r\n\t") == NULL);
		if (sheet.fault == SHEET_FINE)
			reads_again(&sheet, arena);
	}
	return 0;
}
