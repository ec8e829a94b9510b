/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/record/sheet.h"

#include <string.h>

#include "platform/base/words.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

bool sheet_is_utf16(const char *bytes, size_t length)
{
	return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* The first line decides; in names of columns neither stands between quotation marks. */
static char separator_of(const char *at, const char *end)
{
	int64_t commas = 0, semicolons = 0;

	for (; at < end && *at != '\n' && *at != '\r'; at++) {
		commas += *at == ',' ? 1 : 0;
		semicolons += *at == ';' ? 1 : 0;
	}
	return semicolons > commas ? ';' : ',';
}

struct sheet sheet_open(const char *bytes, size_t length)
{
	struct sheet sheet = { .at = bytes, .end = bytes + length, .next_line = 1 };

	if (length >= 3 && memcmp(bytes, byte_order_mark, 3) == 0)
		sheet.at += 3;
	sheet.separator = separator_of(sheet.at, sheet.end);
	return sheet;
}

/* --- UTF-8 --- */

/* How many bytes the code point at the beginning has; 0 when it is none. */
static size_t utf8_length(const unsigned char *at, size_t left)
{
	size_t length = at[0] < 0x80 ? 1 : at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;

	if (at[0] > 0xF4 || length == 0 || length > left)
		return 0;
	for (size_t i = 1; i < length; i++)
		if ((at[i] & 0xC0) != 0x80)
			return 0;
	/* written longer than needed, halves of a pair, and beyond the last code point */
	if ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) ||
	    (at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] > 0x8F))
		return 0;
	return length;
}

bool utf8_is_right(const char *bytes, size_t length)
{
	const unsigned char *at = (const unsigned char *)bytes;

	for (size_t i = 0, step; i < length; i += step) {
		step = utf8_length(at + i, length - i);
		if (step == 0)
			return false;
	}
	return true;
}

/* --- values --- */

static bool is_blank(const char *at, size_t left, size_t *ret_length)
{
	bool is_no_break = left >= 2 && memcmp(at, "\xC2\xA0", 2) == 0;

	*ret_length = is_no_break ? 2 : 1;
	return is_no_break || *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r';
}

/* Without the blanks around it; line ends and tabs within become blanks. */
static const char *trim(char *value, size_t length)
{
	size_t step;

	while (length > 0 && is_blank(value, length, &step)) {
		value += step;
		length -= step;
	}
	while (length > 0 && (is_blank(value + length - 1, 1, &step) ||
	                      (length >= 2 && is_blank(value + length - 2, 2, &step) && step == 2)))
		length -= step;
	value[length] = '\0';
	for (char *at = value; *at != '\0'; at++)
		if (*at == '\n' || *at == '\r' || *at == '\t')
			*at = ' ';
	return value;
}

/* A row while it is read. */
struct reading {
	const char *at, *end, *begin;
	char separator;
	int64_t lines; /* ends of lines that were passed */
	enum sheet_fault fault;
};

static bool is_line_end(const struct reading *reading)
{
	return reading->at < reading->end && (*reading->at == '\n' || *reading->at == '\r');
}

/* CRLF, LF, and a CR alone are one end of a line each. */
static void pass_line_end(struct reading *reading)
{
	reading->lines++;
	if (*reading->at == '\r' && reading->at + 1 < reading->end && reading->at[1] == '\n')
		reading->at++;
	reading->at++;
}

static bool is_too_long(const struct reading *reading)
{
	return reading->at - reading->begin > SHEET_ROW_BYTES_MAX;
}

/* What stands between quotation marks, into a buffer, or with NULL only how long it is. */
static size_t read_quoted(struct reading *reading, char *into)
{
	size_t length = 0;

	for (reading->at++;;) {
		char byte;

		if (reading->at >= reading->end || is_too_long(reading)) {
			reading->fault = SHEET_QUOTE_OPEN;
			return 0;
		}
		byte = *reading->at;
		if (byte == '"' && (++reading->at >= reading->end || *reading->at != '"'))
			return length;
		if (is_line_end(reading)) {
			pass_line_end(reading);
			byte = '\n';
		} else {
			reading->at++;
		}
		if (into != NULL)
			into[length] = byte;
		length++;
	}
}

static void pass_blanks(struct reading *reading)
{
	while (reading->at < reading->end && (*reading->at == ' ' || *reading->at == '\t'))
		reading->at++;
}

static bool is_at_value_end(const struct reading *reading)
{
	return reading->at >= reading->end || *reading->at == reading->separator || is_line_end(reading);
}

static const char *read_between_marks(struct reading *reading, struct arena *arena)
{
	struct reading ahead = *reading;
	size_t length = read_quoted(&ahead, NULL);
	char *value = arena_take(arena, length + 1);

	reading->fault = ahead.fault;
	if (reading->fault != SHEET_FINE)
		return value;
	length = read_quoted(reading, value);
	pass_blanks(reading);
	if (!is_at_value_end(reading))
		reading->fault = SHEET_QUOTE_TAIL;
	return trim(value, length);
}

/* One value; at then stands at the separator, the end of the line or that of the file. */
static const char *read_value(struct reading *reading, struct arena *arena)
{
	const char *begin = reading->at;

	pass_blanks(reading);
	if (reading->at < reading->end && *reading->at == '"')
		return read_between_marks(reading, arena);
	while (!is_at_value_end(reading))
		reading->at++;
	if (is_too_long(reading)) {
		reading->fault = SHEET_QUOTE_OPEN;
		return "";
	}
	return trim(arena_copy_part(arena, begin, (size_t)(reading->at - begin)),
	            (size_t)(reading->at - begin));
}

static enum sheet_fault check_bytes(const char *begin, const char *end)
{
	size_t length = (size_t)(end - begin);

	if (memchr(begin, '\0', length) != NULL)
		return SHEET_NUL;
	return utf8_is_right(begin, length) ? SHEET_FINE : SHEET_NOT_UTF8;
}

static void note_fault(struct sheet *sheet, enum sheet_fault fault)
{
	if (sheet->fault != SHEET_FINE || fault == SHEET_FINE)
		return;
	sheet->fault = fault;
	sheet->fault_column = sheet->count;
}

static void read_row(struct sheet *sheet, struct reading *reading, struct arena *arena)
{
	for (;;) {
		const char *begin = reading->at;
		const char *value = read_value(reading, arena);

		note_fault(sheet,
		           reading->fault != SHEET_FINE ? reading->fault : check_bytes(begin, reading->at));
		if (reading->fault != SHEET_FINE)
			return;
		sheet->values[sheet->count++] = value;
		if (reading->at >= reading->end || *reading->at != reading->separator)
			return;
		reading->at++;
		if (sheet->count == SHEET_COLUMNS_MAX) {
			note_fault(sheet, SHEET_TOO_MANY);
			return;
		}
	}
}

/* Past the end of the line on which at stands. */
static void leave_line(struct reading *reading)
{
	while (reading->at < reading->end && !is_line_end(reading))
		reading->at++;
	if (reading->at < reading->end)
		pass_line_end(reading);
}

static bool is_empty(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->values[i][0] != '\0')
			return false;
	return sheet->fault == SHEET_FINE;
}

static void next_row(struct sheet *sheet, struct arena *arena)
{
	struct reading reading = {
		.at = sheet->at, .begin = sheet->at, .end = sheet->end, .separator = sheet->separator
	};

	sheet->line = sheet->next_line;
	sheet->count = 0;
	sheet->fault = SHEET_FINE;
	read_row(sheet, &reading, arena);
	if (reading.fault == SHEET_QUOTE_OPEN) {
		reading.at = reading.begin;
		reading.lines = 0;
	}
	leave_line(&reading);
	sheet->next_line += reading.lines;
	sheet->at = reading.at;
}

bool sheet_next(struct sheet *sheet, struct arena *arena)
{
	while (sheet->at < sheet->end) {
		next_row(sheet, arena);
		if (!is_empty(sheet))
			return true;
	}
	return false;
}

const char *sheet_fault_words(enum sheet_fault fault)
{
	static const char *const words[] = {
		[SHEET_FINE] = "",
		[SHEET_NUL] = WORDS("In deze regel staat een byte die geen teken is (NUL)."),
		[SHEET_NOT_UTF8] =
			WORDS("Deze regel is geen UTF-8. Bewaar het bestand als UTF-8 (niet als Windows of "
		              "Latin-1)."),
		[SHEET_QUOTE_OPEN] =
			WORDS("Een aanhalingsteken in deze regel wordt niet gesloten, of de regel is veel te "
		              "lang."),
		[SHEET_QUOTE_TAIL] = WORDS("Achter een gesloten aanhalingsteken staat nog tekst."),
		[SHEET_TOO_MANY] = WORDS("Deze regel heeft veel te veel waarden."),
	};

	return words[fault];
}

/* --- a file of our own --- */

/* OWASP, CSV injection. */
bool sheet_is_formula(const char *value)
{
	return value[0] != '\0' &&
	       (strchr("=+@\t\r", value[0]) != NULL ||
	        (value[0] == '-' && value[strspn(value + 1, "0123456789.,") + 1] != '\0'));
}

void sheet_add_cell(struct text *out, const char *value)
{
	value = or_empty(value);
	text_add(out, sheet_is_formula(value) ? "\"'" : "\"");
	for (; *value != '\0'; value++) {
		if (*value == '"')
			text_add_char(out, '"');
		text_add_char(out, *value);
	}
	text_add_char(out, '"');
}

void sheet_add_row(struct text *out, const char *const *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			text_add_char(out, ',');
		sheet_add_cell(out, values[i]);
	}
	text_add(out, "\r\n");
}
