/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/known/known.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void a_day_means_its_end(void **state)
{
	struct moment moment = { 0 };

	(void)state;
	assert_true(known_read_moment("2023-03-01", &moment));
	assert_int_equal(moment.seconds, clock_moment_on(date_of(2023, 3, 2), 0).seconds - 1);
	assert_int_equal(clock_day_of(moment).day, date_of(2023, 3, 1).day);
}

static void a_moment_is_as_lived(void **state)
{
	struct moment moment = { 0 };

	(void)state;
	assert_true(known_read_moment("2023-03-01T09:30", &moment));
	assert_int_equal(moment.seconds, clock_moment_on(date_of(2023, 3, 1), 9 * 3600 + 30 * 60).seconds);
	assert_true(known_read_moment("2023-03-01T09:30:59", &moment));
	assert_int_equal(moment.seconds,
	                 clock_moment_on(date_of(2023, 3, 1), 9 * 3600 + 30 * 60 + 59).seconds);
}

static void nonsense_is_no_moment(void **state)
{
	static const char *const nonsense[] = {
		"",
		"2023",
		"2023-02-30",
		"2023-03-01T",
		"2023-03-01T9:30",
		"2023-03-01T24:00",
		"2023-03-01T09:60",
		"2023-03-01T09:30:60",
		"2023-03-01 09:30",
		"2023-03-01T09.30",
		"2023-03-01T09:30.00",
		"2023-03-01T09:30:0x",
		"2023-03-01T09:30:00Z",
		"2023-03-01x",
	};
	struct moment moment = { 7 };

	(void)state;
	for (size_t i = 0; i < COUNT(nonsense); i++)
		assert_false(known_read_moment(nonsense[i], &moment));
	assert_int_equal(moment.seconds, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_means_its_end),
		cmocka_unit_test(a_moment_is_as_lived),
		cmocka_unit_test(nonsense_is_no_moment),
	};

	(void)setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
