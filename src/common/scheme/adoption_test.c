/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/adoption.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct scheme_adopted good_adoption(void)
{
	return (struct scheme_adopted){
		.scheme = "stad",
		.text = "name: stad",
		.from = date_of(2023, 6, 1),
		.previous = 4,
		.is_counted = true,
		.clients = 12,
		.of = 40,
		.situation = { .is_of_register = true },
	};
}

static void of_another_register(struct scheme_adopted *adopted)
{
	adopted->situation.is_of_register = false;
}

static void too_large(struct scheme_adopted *adopted)
{
	adopted->situation.is_larger = true;
}

static void the_same_again(struct scheme_adopted *adopted)
{
	adopted->situation.is_same = true;
}

static void in_the_past(struct scheme_adopted *adopted)
{
	adopted->situation.is_past = true;
}

static void without_anybody(struct scheme_adopted *adopted)
{
	adopted->nobody = 3;
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct scheme_adopted *) = {
	of_another_register, too_large, the_same_again, in_the_past, without_anybody,
};

static void each_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(breaks), ADOPTION_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++) {
		struct scheme_adopted good = good_adoption(), broken = good_adoption();

		breaks[i](&broken);
		for (size_t n = 0; n < ADOPTION_RULES_COUNT; n++) {
			assert_true(adoption_rules[n].holds(&good));
			assert_int_equal(adoption_rules[n].holds(&broken), n != i);
		}
	}
}

static bool all_hold(const struct scheme_adopted *adopted)
{
	for (size_t n = 0; n < ADOPTION_RULES_COUNT; n++)
		if (!adoption_rules[n].holds(adopted))
			return false;
	return true;
}

static void a_reason_and_a_first_version_open_a_door(void **state)
{
	struct scheme_adopted reasoned = good_adoption(), first = good_adoption();

	(void)state;
	reasoned.nobody = 3;
	reasoned.reason = "Deze drie gaan naar de buurgemeente.";
	assert_true(all_hold(&reasoned));
	reasoned.reason = "";
	assert_false(all_hold(&reasoned));
	first.situation.is_past = true;
	first.situation.is_first = true;
	assert_true(all_hold(&first));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(a_reason_and_a_first_version_open_a_door),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
