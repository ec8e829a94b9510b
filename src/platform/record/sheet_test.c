/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "platform/record/sheet.h"

static int set_up(void **state)
{
	*state = arena_new((size_t)16 * 1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

/* The whole file as "line:value|value" a row, a row with a fault as "line!fault". */
static const char *read_all(struct arena *arena, const char *bytes, size_t length)
{
	struct sheet sheet = sheet_open(bytes, length);
	const char *told = "";

	while (sheet_next(&sheet, arena)) {
		told = arena_print(arena, "%s%s%lld", told, told[0] == '\0' ? "" : "\n",
		                   (long long)sheet.line);
		if (sheet.fault != SHEET_FINE)
			told = arena_print(arena, "%s!%d", told, (int)sheet.fault);
		for (size_t i = 0; sheet.fault == SHEET_FINE && i < sheet.count; i++)
			told = arena_print(arena, "%s%c%s", told, i == 0 ? ':' : '|', sheet.values[i]);
	}
	return told;
}

#define ASSERT_READS(state, bytes, told)                                                                     \
	assert_string_equal(read_all(*(state), (bytes), sizeof(bytes) - 1), (told))

static void test_plain_rows(void **state)
{
	ASSERT_READS(state, "a,b\n1,2\n3,\n", "1:a|b\n2:1|2\n3:3|");
	ASSERT_READS(state, "a;b;c\n1,5;2;3", "1:a|b|c\n2:1,5|2|3");
	ASSERT_READS(state,
	             "\xEF\xBB\xBF"
	             "a;b\n1;2",
	             "1:a|b\n2:1|2");
	ASSERT_READS(state, "", "");
	ASSERT_READS(state, "a", "1:a");
}

static void test_every_end_of_a_line(void **state)
{
	ASSERT_READS(state, "a,b\r\n1,2\r\n", "1:a|b\n2:1|2");
	ASSERT_READS(state, "a,b\r1,2\r3,4", "1:a|b\n2:1|2\n3:3|4");
}

static void test_quotation_marks(void **state)
{
	ASSERT_READS(state, "\"a,b\",\"c \"\"d\"\"\"\n", "1:a,b|c \"d\"");
	ASSERT_READS(state, "1,\" two\r\nlines \" ,3\n4,5,6\n", "1:1|two lines|3\n3:4|5|6");
	ASSERT_READS(state, "O\"Brien,x", "1:O\"Brien|x");
	ASSERT_READS(state, "   \"a\",b", "1:a|b");
	ASSERT_READS(state, "\"\",\"\"\n1,2", "2:1|2");
}

static void test_blanks_around_do_not_count(void **state)
{
	ASSERT_READS(state, " a ,\tb\xC2\xA0\n", "1:a|b");
}

static void test_empty_lines_are_passed_over_and_counted(void **state)
{
	ASSERT_READS(state, "a,b\n\n,\n  ,  \n1,2", "1:a|b\n5:1|2");
}

static void test_a_fault_keeps_to_its_row(void **state)
{
	ASSERT_READS(state, "a,b\n1,\xE9\n3,4", "1:a|b\n2!2\n3:3|4");
	ASSERT_READS(state, "a,b\n1,x\0y\n3,4", "1:a|b\n2!1\n3:3|4");
	ASSERT_READS(state, "a,b\n\"1\"x,2\n3,4", "1:a|b\n2!4\n3:3|4");
	ASSERT_READS(state, "a\xE9,\"two\nlines\"\n3,4", "1!2\n3:3|4");
}

/* Else one slip of the pen would swallow the rest of the file. */
static void test_an_open_mark_swallows_one_line(void **state)
{
	ASSERT_READS(state, "a,b\n\"1,2\n3,4\n", "1:a|b\n2!3\n3:3|4");
	ASSERT_READS(state, "\"", "1!3");
}

static void test_what_is_no_utf8(void **state)
{
	(void)state;
	assert_true(utf8_is_right("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", 14));
	assert_false(utf8_is_right("\xC3", 1));
	assert_false(utf8_is_right("\xC0\x80", 2));
	assert_false(utf8_is_right("\xE0\x80\x80", 3));
	assert_false(utf8_is_right("\xED\xA0\x80", 3));
	assert_false(utf8_is_right("\xF4\x90\x80\x80", 4));
	assert_false(utf8_is_right("\xFF", 1));
	assert_true(sheet_is_utf16("\xFF\xFE"
	                           "a",
	                           3));
	assert_true(sheet_is_utf16("\xFE\xFF", 2));
	assert_false(sheet_is_utf16("\xEF\xBB\xBF", 3));
}

static void test_too_much(void **state)
{
	char *bytes = arena_take(*state, 3 * SHEET_ROW_BYTES_MAX);
	size_t length = SHEET_ROW_BYTES_MAX + 10;

	memset(bytes, 'a', length);
	bytes[length] = '\n';
	bytes[length + 1] = 'b';
	assert_string_equal(read_all(*state, bytes, length + 2), "1!3\n2:b");
	memset(bytes, ',', SHEET_COLUMNS_MAX);
	bytes[SHEET_COLUMNS_MAX] = '\n';
	bytes[SHEET_COLUMNS_MAX + 1] = 'b';
	assert_string_equal(read_all(*state, bytes, SHEET_COLUMNS_MAX + 2), "1!5\n2:b");
}

/* What a spreadsheet would run is only read; what is an ordinary number stays one. */
static void test_no_cell_is_a_formula(void **state)
{
	const char *const values[] = { "=1+1", "+31", "@SUM(A1)", "-2+3", "-2,50", "a \"b\"", NULL, "\t=1" };
	CLEANUP(text_done) struct text out = text_new(1000);

	(void)state;
	sheet_add_row(&out, values, COUNT(values));
	assert_string_equal(text_words(&out),
	                    "\"'=1+1\",\"'+31\",\"'@SUM(A1)\",\"'-2+3\",\"-2,50\",\"a \"\"b\"\"\","
	                    "\"\",\"'\t=1\"\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_rows),
		cmocka_unit_test(test_every_end_of_a_line),
		cmocka_unit_test(test_quotation_marks),
		cmocka_unit_test(test_blanks_around_do_not_count),
		cmocka_unit_test(test_empty_lines_are_passed_over_and_counted),
		cmocka_unit_test(test_a_fault_keeps_to_its_row),
		cmocka_unit_test(test_an_open_mark_swallows_one_line),
		cmocka_unit_test(test_what_is_no_utf8),
		cmocka_unit_test(test_too_much),
		cmocka_unit_test(test_no_cell_is_a_formula),
	};

	return cmocka_run_group_tests_name("sheet", tests, set_up, tear_down);
}
