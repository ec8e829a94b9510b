/* SPDX-License-Identifier: EUPL-1.2 */
/* A range that is drawn by chance is the same for the same seed, and lies where the months say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "outlook/budget/forecast.h"
#include "shows.h"

static const int64_t months[] = { 100000, 105000, 99000, 110000, 108000, 112000 };

static struct forecast_question question_of(uint64_t seed)
{
	return (struct forecast_question){ months, sizeof(months) / sizeof(months[0]), 634000, 6, seed };
}

static void the_same_seed_gives_the_same_range(void **state)
{
	struct forecast_question question = question_of(7), other = question_of(8);
	struct forecast one = { 0 }, again = { 0 }, another = { 0 };

	(void)state;
	assert_true(forecast_year(&question, &one) && forecast_year(&question, &again));
	assert_true(forecast_year(&other, &another));
	assert_memory_equal(&one, &again, sizeof(one));
	assert_memory_not_equal(&one, &another, sizeof(one));
	assert_true(one.p10 < one.p50 && one.p50 < one.p90);
	/* six more months of about 110000, some percents more or less */
	assert_in_range(one.p50, 634000 + 6 * 105000, 634000 + 6 * 116000);
	assert_in_range(one.p90 - one.p10, 6 * 1000, 6 * 20000);
}

static void steady_months_go_on_to_the_cent(void **state)
{
	static const int64_t steady[] = { 50000, 50000, 50000, 50000 };
	const struct forecast_question question = { steady, 4, 200000, 8, 1 };
	struct forecast forecast = { 0 };

	(void)state;
	assert_true(forecast_year(&question, &forecast));
	assert_int_equal(forecast.p10, 600000);
	assert_int_equal(forecast.p50, 600000);
	assert_int_equal(forecast.p90, 600000);
}

static void a_leap_does_not_run_away(void **state)
{
	static const int64_t leaps[] = { 1, 1000, 1000000, 1000000000 };
	const struct forecast_question question = { leaps, 4, 0, 2, 1 };
	struct forecast forecast = { 0 };

	(void)state;
	assert_true(forecast_year(&question, &forecast));
	assert_in_range(forecast.p90, 1, 2 * INT64_C(333667000) * 5 / 4);
}

/* A register that fills up: nobody knows how far that goes on, so the range is wide, and never a point. */
static void steep_growth_is_a_wide_range(void **state)
{
	static const int64_t growing[] = { 10000, 20000, 40000, 60000, 80000 };
	const struct forecast_question question = { growing, 5, 210000, 7, 4842022 };
	struct forecast forecast = { 0 };

	(void)state;
	assert_true(forecast_year(&question, &forecast));
	assert_in_range(forecast.p10, 210000 + 7 * 60000, 210000 + 7 * 66000);
	assert_in_range(forecast.p90, 210000 + 7 * 69000, 210000 + 7 * 75000);
}

static void too_little_foretells_nothing(void **state)
{
	static const int64_t few[] = { 0, 0, 100, 110, 120 };
	const struct forecast_question question = { few, 5, 330, 6, 1 };
	struct forecast forecast = { 0 };

	(void)state;
	assert_false(forecast_year(&question, &forecast));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_seed_gives_the_same_range),
		cmocka_unit_test(steady_months_go_on_to_the_cent),
		cmocka_unit_test(a_leap_does_not_run_away),
		cmocka_unit_test(steep_growth_is_a_wide_range),
		cmocka_unit_test(too_little_foretells_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
