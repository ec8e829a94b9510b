/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void test_text_grows(void **state)
{
	CLEANUP(text_done) struct text text = text_new(100000);

	(void)state;
	assert_string_equal(text_words(&text), "");
	for (int i = 0; i < 1000; i++)
		text_print(&text, "%03d;", i);
	assert_int_equal(text.length, 4000);
	assert_int_equal(strlen(text_words(&text)), 4000);
	assert_memory_equal(text.bytes + 3996, "999;", 5);
	assert_false(text.is_full);
}

static void test_what_does_not_fit_is_left_out_whole(void **state)
{
	CLEANUP(text_done) struct text text = text_new(10);

	(void)state;
	text_add(&text, "12345678");
	text_add(&text, "abc");
	assert_true(text.is_full);
	text_add_char(&text, 'd'); /* would fit, but comes after what did not */
	assert_string_equal(text_words(&text), "12345678");
	text_clear(&text);
	assert_string_equal(text_words(&text), "");
	text_print(&text, "%s", "1234567890");
	assert_false(text.is_full);
	text_print(&text, "%s", "");
	assert_false(text.is_full);
	text_print(&text, "%d", 1);
	assert_true(text.is_full);
	assert_string_equal(text_words(&text), "1234567890");
}

static void test_parts_may_hold_any_byte(void **state)
{
	CLEANUP(text_done) struct text text = text_new(10);

	(void)state;
	text_add_part(&text, "", 0);
	text_add_part(&text, "a\0b", 3);
	assert_int_equal(text.length, 3);
	assert_memory_equal(text.bytes, "a\0b", 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_grows),
		cmocka_unit_test(test_what_does_not_fit_is_left_out_whole),
		cmocka_unit_test(test_parts_may_hold_any_byte),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
