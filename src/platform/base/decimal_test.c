/* SPDX-License-Identifier: EUPL-1.2 */
/* What is no number is refused; what is one is neither more nor less. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "platform/base/decimal.h"

static void reads_and_prints(void **state)
{
	static const struct {
		const char *text, *again;
	} examples[] = { { "8", "8" },          { "8.0", "8" },    { "7,25", "7.25" },
		         { "0", "0" },          { "07.5", "7.5" }, { "7.999999999", "7.999999999" },
		         { "999999", "999999" } };
	char words[DECIMAL_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		struct decimal decimal = { -1 };

		assert_true(decimal_read(examples[i].text, &decimal));
		assert_string_equal(decimal_print(decimal, words), examples[i].again);
	}
	assert_string_equal(decimal_words((struct decimal){ 7500000000 }, "nl", words), "7,5");
	assert_string_equal(decimal_words((struct decimal){ 7500000000 }, "en", words), "7.5");
}

static void refuses(void **state)
{
	static const char *const wrong[] = { "",    " 8",           "8 ",      "+8",   "-8",
		                             "8.",  ".8",           "8.,1",    "8..",  "8.1.",
		                             "8e1", "7.9999999999", "1000000", "acht", "8,5,1" };
	struct decimal decimal = { 42 };

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(decimal_read(wrong[i], &decimal));
		assert_int_equal(decimal.billionths, 42);
	}
}

static void more_places_decide(void **state)
{
	struct decimal eight = decimal_whole(8), below = { 0 }, above = { 0 };
	struct fraction mean;

	(void)state;
	assert_true(decimal_read_long("7,9999999999", &below) &&
	            decimal_read_long("8.000000000000000001", &above));
	assert_int_equal(below.rest, 900000000);
	assert_int_equal(above.rest, 1);
	assert_false(decimal_read_long("8.0000000000000000001", &above));
	assert_true(fraction_compare(fraction_whole(below), fraction_whole(eight)) < 0);
	assert_true(fraction_compare(fraction_whole(above), fraction_whole(eight)) > 0);
	/* 7.9999999999, 8.0000000001 and 8 are an 8 on the mean */
	mean = fraction_carried(
		(struct fraction){ 7999999999 + 2 * eight.billionths, 3, 900000000 + 100000000 });
	assert_int_equal(fraction_compare(mean, fraction_whole(eight)), 0);
}

static void compares(void **state)
{
	static const struct {
		struct fraction a, b;
		int is;
	} examples[] = {
		{ { 24000000000, 3 }, { 8000000000, 1 }, 0 },
		{ { 23999999999, 3 }, { 8000000000, 1 }, -1 },
		{ { 8000000000, 1 }, { 23999999999, 3 }, 1 },
		{ { 1, 3 }, { 1, 2 }, -1 },
		{ { 2, 3 }, { 4, 6 }, 0 },
		{ { 5, 7 }, { 7, 10 }, 1 },
		{ { 0, 5 }, { 0, 9 }, 0 },
		{ { 0, 5 }, { 1, 900000 }, -1 },
		{ { INT64_MAX, 2 }, { INT64_MAX, 3 }, 1 }, /* whose products fit in nothing */
		{ { INT64_MAX - 1, INT64_MAX }, { INT64_MAX - 2, INT64_MAX - 1 }, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		int is = fraction_compare(examples[i].a, examples[i].b);

		assert_int_equal((is > 0) - (is < 0), examples[i].is);
		is = fraction_compare(examples[i].b, examples[i].a);
		assert_int_equal((is > 0) - (is < 0), -examples[i].is);
	}
	assert_int_equal(fraction_floor((struct fraction){ 20000000000, 3 }).billionths, 6666666666);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_and_prints),
		cmocka_unit_test(refuses),
		cmocka_unit_test(more_places_decide),
		cmocka_unit_test(compares),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
