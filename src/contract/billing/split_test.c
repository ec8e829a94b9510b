/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of a line are always the whole, to the cent, whatever was agreed and delivered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/billing/split_amount.h"

static void assert_parts(int64_t amount, struct split_part *parts, size_t count, const int64_t *wanted)
{
	struct arena *arena = arena_new(65536);
	int64_t all = 0;

	split_amount(amount, parts, count, arena);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(parts[i].cents, wanted[i]);
		all += parts[i].cents;
	}
	assert_int_equal(all, amount);
	arena_free(arena);
}

static void without_prices_by_what_was_delivered(void **state)
{
	struct split_part parts[] = { { "a", 60, SPLIT_NO_PRICE, 0 },
		                      { "b", 60, SPLIT_NO_PRICE, 0 },
		                      { "own", 60, SPLIT_NO_PRICE, 0 } };

	(void)state;
	assert_parts(100, parts, 3, (int64_t[]){ 34, 33, 33 });
}

static void an_agreed_price_goes_first(void **state)
{
	struct split_part parts[] = { { "a", 60, 2500, 0 }, { "own", 60, SPLIT_NO_PRICE, 0 } };

	(void)state;
	assert_parts(6480, parts, 2, (int64_t[]){ 2500, 3980 });
}

static void what_nobody_gets_stays_with_who_claims(void **state)
{
	struct split_part parts[] = { { "a", 120, 5000, 0 }, { "own", 0, SPLIT_NO_PRICE, 0 } };

	(void)state;
	assert_parts(6480, parts, 2, (int64_t[]){ 5000, 1480 });
}

static void more_than_there_is_goes_down_together(void **state)
{
	struct split_part parts[] = { { "a", 60, 5000, 0 },
		                      { "b", 60, 5000, 0 },
		                      { "own", 0, SPLIT_NO_PRICE, 0 } };

	(void)state;
	assert_parts(6481, parts, 3, (int64_t[]){ 3241, 3240, 0 });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_prices_by_what_was_delivered),
		cmocka_unit_test(an_agreed_price_goes_first),
		cmocka_unit_test(what_nobody_gets_stays_with_who_claims),
		cmocka_unit_test(more_than_there_is_goes_down_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
