/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/dispatch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* A letter that leaves the day after it was written. */
static struct dispatch good_dispatch(void)
{
	return (struct dispatch){
		.letter = 9,
		.dispatched_on = date_of(2023, 5, 13),
		.how = "post",
		.situation = { .today = date_of(2023, 5, 15),
		               .dated = date_of(2023, 5, 12),
		               .is_known = true },
	};
}

static void of_no_letter(struct dispatch *dispatch)
{
	dispatch->situation.is_known = false;
}

static void for_the_second_time(struct dispatch *dispatch)
{
	dispatch->situation.is_sent = true;
}

static void before_it_was_written(struct dispatch *dispatch)
{
	dispatch->dispatched_on = date_of(2023, 5, 11);
}

static void tomorrow(struct dispatch *dispatch)
{
	dispatch->dispatched_on = date_of(2023, 5, 16);
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct dispatch *) = {
	of_no_letter,
	for_the_second_time,
	before_it_was_written,
	tomorrow,
};

static void each_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(breaks), DISPATCH_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++) {
		struct dispatch good = good_dispatch(), broken = good_dispatch();

		breaks[i](&broken);
		for (size_t n = 0; n < DISPATCH_RULES_COUNT; n++) {
			assert_true(dispatch_rules[n].holds(&good));
			assert_int_equal(dispatch_rules[n].holds(&broken), n != i);
		}
	}
}

/* The day of the letter, and today, are right. */
static void may_leave_on_the_first_and_on_the_last_day(void **state)
{
	struct dispatch dispatch = good_dispatch();

	(void)state;
	dispatch.dispatched_on = dispatch.situation.dated;
	for (size_t n = 0; n < DISPATCH_RULES_COUNT; n++)
		assert_true(dispatch_rules[n].holds(&dispatch));
	dispatch.dispatched_on = dispatch.situation.today;
	for (size_t n = 0; n < DISPATCH_RULES_COUNT; n++)
		assert_true(dispatch_rules[n].holds(&dispatch));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(may_leave_on_the_first_and_on_the_last_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
