/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/plan/struck.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct norm_struck good_struck(void)
{
	return (struct norm_struck){ .norm_set = "norm",
		                     .from = date_of(2023, 6, 9),
		                     .why = "De rechter",
		                     .situation = { .is_known_set = true } };
}

static void of_an_unknown_set(struct norm_struck *struck)
{
	struck->situation.is_known_set = false;
}

static void for_the_second_time(struct norm_struck *struck)
{
	struck->situation.is_struck = true;
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const struck_breaks[])(struct norm_struck *) = { of_an_unknown_set, for_the_second_time };

static void test_each_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(struck_breaks), STRUCK_RULES_COUNT);
	for (size_t i = 0; i < COUNT(struck_breaks); i++) {
		struct norm_struck good = good_struck(), broken = good_struck();

		struck_breaks[i](&broken);
		for (size_t n = 0; n < STRUCK_RULES_COUNT; n++) {
			assert_true(struck_rules[n].holds(&good));
			assert_int_equal(struck_rules[n].holds(&broken), n != i);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_each_rule_has_its_example) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
