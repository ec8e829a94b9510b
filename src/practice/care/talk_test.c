/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TODAY date_of(2023, 5, 15)

static void each_rule_of_a_talk_has_its_example(void **state)
{
	const struct talk good = { .talked_on = TODAY, .situation = { .today = TODAY, .is_known = true } };
	struct talk breaks[] = { good, good };

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].talked_on = date_of(2023, 5, 16);
	assert_int_equal(COUNT(breaks), TALK_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < TALK_RULES_COUNT; n++) {
			assert_true(talk_rules[n].holds(&good));
			assert_int_equal(talk_rules[n].holds(&breaks[i]), n != i);
		}
}

static void each_rule_of_who_comes_has_its_example(void **state)
{
	const struct permanent_worker good = {
		.from = TODAY,
		.times = 1,
		.situation = { .today = TODAY,
		               .from = date_of(2023, 3, 1),
		               .until = date_of(2024, 3, 1),
		               .last_from = date_of(2023, 4, 1),
		               .is_known = true },
	};
	struct permanent_worker breaks[] = { good, good, good, good, good, good }, first = good, again = good;

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].from = breaks[1].situation.until = date_of(2023, 6, 1);
	breaks[2].from = date_of(2023, 3, 31);
	breaks[3].times = 0;
	breaks[4].helper = "hanna";
	breaks[5].from = date_of(2023, 8, 16);
	again.from = date_of(2023, 4, 1);
	again.helper = "hanna";
	again.situation.is_helper = true;
	assert_int_equal(COUNT(breaks), PERMANENT_WORKER_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < PERMANENT_WORKER_RULES_COUNT; n++) {
			assert_true(permanent_worker_rules[n].holds(&good));
			assert_int_equal(permanent_worker_rules[n].holds(&breaks[i]), n != i);
		}
	first.situation.last_from = (struct date){ 0 };
	first.from = date_of(2023, 3, 1);
	for (size_t n = 0; n < PERMANENT_WORKER_RULES_COUNT; n++)
		assert_true(permanent_worker_rules[n].holds(&first) &&
		            permanent_worker_rules[n].holds(&again));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_a_talk_has_its_example),
		cmocka_unit_test(each_rule_of_who_comes_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
