/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/transition/confirm.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void each_rule_of_confirming_has_its_example(void **state)
{
	const struct handover_confirmed good = { .confirmed_on = date_of(2023, 5, 15),
		                                 .situation = { .today = date_of(2023, 5, 15),
		                                                .handed_on = date_of(2023, 5, 1),
		                                                .is_due = true } };
	struct handover_confirmed breaks[] = { good, good }, tomorrow = good;

	(void)state;
	breaks[0].situation.is_due = false;
	breaks[1].confirmed_on = date_of(2023, 4, 30);
	tomorrow.confirmed_on = date_of(2023, 5, 16);
	assert_int_equal(COUNT(breaks), CONFIRM_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < CONFIRM_RULES_COUNT; n++) {
			assert_true(confirm_rules[n].holds(&good));
			assert_int_equal(confirm_rules[n].holds(&breaks[i]), n != i);
		}
	assert_false(confirm_rules[1].holds(&tomorrow));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(each_rule_of_confirming_has_its_example) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
