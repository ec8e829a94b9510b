/* SPDX-License-Identifier: EUPL-1.2 */
/* What is sealed says nothing to who has not the key of its lot, not even by its length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/assessment/sealed.h"

#define KEY "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
#define OTHER "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

static int set_up(void **state)
{
	*state = arena_new((size_t)1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void opens_with_its_key_alone(void **state)
{
	const char *sealed = sealed_close(KEY, "7.5", "Goed, met wie en hoe.", *state), *mark = "",
		   *reason = "";

	assert_non_null(sealed);
	assert_null(strstr(sealed, "Goed"));
	assert_true(sealed_open(KEY, sealed, &mark, &reason, *state));
	assert_string_equal(mark, "7.5");
	assert_string_equal(reason, "Goed, met wie en hoe.");
	assert_false(sealed_open(OTHER, sealed, &mark, &reason, *state));
	assert_false(sealed_open("00", sealed, &mark, &reason, *state));
	assert_false(sealed_open(NULL, sealed, &mark, &reason, *state));
	assert_null(sealed_close("geen sleutel", "8", "x", *state));
}

static void is_as_long_for_a_ten_as_for_a_six(void **state)
{
	assert_int_equal(strlen(sealed_close(KEY, "10", "Reden", *state)),
	                 strlen(sealed_close(KEY, "6.123456789", "Reden", *state)));
}

static void is_another_text_each_time(void **state)
{
	assert_string_not_equal(sealed_close(KEY, "8", "Reden", *state),
	                        sealed_close(KEY, "8", "Reden", *state));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opens_with_its_key_alone),
		cmocka_unit_test(is_as_long_for_a_ten_as_for_a_six),
		cmocka_unit_test(is_another_text_each_time),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
