/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/absence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TODAY date_of(2023, 5, 15)

static void each_rule_of_being_away_has_its_example(void **state)
{
	const struct caseload_moved good = {
		.worker = "lia",
		.from = TODAY,
		.expected_on = date_of(2023, 6, 1),
		.situation = { .today = TODAY, .is_worker = true, .has_stand_in = true },
	};
	struct caseload_moved breaks[] = { good, good, good, good, good, good, good, good };

	(void)state;
	breaks[0].situation.is_worker = breaks[0].situation.has_stand_in = false;
	breaks[1].situation.is_away = true;
	breaks[2].situation.has_stand_in = false;
	breaks[3].from = date_of(2023, 5, 16);
	breaks[4].situation.later = 1;
	breaks[5].expected_on = TODAY;
	breaks[6].situation.is_by_others = true;
	breaks[7].situation.goes_to_others = true;
	assert_int_equal(COUNT(breaks), CASELOAD_MOVED_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < CASELOAD_MOVED_RULES_COUNT; n++) {
			assert_true(caseload_moved_rules[n].holds(&good));
			assert_int_equal(caseload_moved_rules[n].holds(&breaks[i]), n != i);
		}
}

static void each_rule_of_coming_back_has_its_example(void **state)
{
	const struct caseload_returned good = {
		.worker = "lia",
		.from = TODAY,
		.situation = { .today = TODAY, .away_from = date_of(2023, 5, 1), .is_away = true },
	};
	struct caseload_returned breaks[] = { good, good, good }, same_day = good;

	(void)state;
	breaks[0].situation.is_away = false;
	breaks[1].from = date_of(2023, 5, 16);
	breaks[2].situation.is_by_others = true;
	same_day.from = date_of(2023, 5, 1);
	assert_int_equal(COUNT(breaks), CASELOAD_RETURNED_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < CASELOAD_RETURNED_RULES_COUNT; n++) {
			assert_true(caseload_returned_rules[n].holds(&good));
			assert_int_equal(caseload_returned_rules[n].holds(&breaks[i]), n != i);
		}
	assert_false(caseload_returned_rules[1].holds(&same_day));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_being_away_has_its_example),
		cmocka_unit_test(each_rule_of_coming_back_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
