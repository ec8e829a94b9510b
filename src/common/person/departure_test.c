/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/departure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TODAY date_of(2023, 5, 15)

/* Each sort but one leaves its own work; the codes become the tasks. */
static void each_sort_leaves_its_work(void **state)
{
	static const struct {
		const char *sort;
		size_t broken;
	} examples[] = { { "died", 0 }, { "moved_away", 1 }, { "long_term_care", 2 }, { "other_law", 2 } };

	(void)state;
	assert_int_equal(COUNT(departure_rules), DEPARTURE_RULES_COUNT);
	for (size_t i = 0; i < COUNT(examples); i++) {
		const struct departure departure = { .sort = examples[i].sort };

		for (size_t n = 0; n < DEPARTURE_RULES_COUNT; n++)
			assert_int_equal(departure_rules[n].holds(&departure), n != examples[i].broken);
	}
}

static void taking_back_leaves_its_work(void **state)
{
	const struct departure_withdrawn withdrawn = { .has_departed = true },
					 none = { .has_departed = false };

	(void)state;
	assert_int_equal(COUNT(departure_withdrawn_rules), DEPARTURE_WITHDRAWN_RULES_COUNT);
	assert_false(departure_withdrawn_rules[0].holds(&withdrawn));
	assert_true(departure_withdrawn_rules[0].holds(&none));
}

static void only_a_departure_is_settled(void **state)
{
	const struct departure_settled settled = { .has_departed = true }, none = { .has_departed = false };

	(void)state;
	assert_int_equal(COUNT(departure_settled_rules), DEPARTURE_SETTLED_RULES_COUNT);
	assert_true(departure_settled_rules[0].holds(&settled));
	assert_false(departure_settled_rules[0].holds(&none));
}

static void each_rule_of_a_stay_has_its_example(void **state)
{
	const struct stay good = { .away_from = TODAY,
		                   .expected_on = date_of(2023, 6, 1),
		                   .situation = { .today = TODAY, .is_known = true } };
	struct stay breaks[] = { good, good, good, good }, gone = good, open = good;

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].situation.is_away = true;
	breaks[2].away_from = date_of(2023, 5, 16);
	breaks[3].expected_on = TODAY;
	assert_int_equal(COUNT(breaks), STAY_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < STAY_RULES_COUNT; n++) {
			assert_true(stay_rules[n].holds(&good));
			assert_int_equal(stay_rules[n].holds(&breaks[i]), n != i);
		}
	gone.situation.has_departed = true;
	assert_false(stay_rules[0].holds(&gone));
	open.expected_on = (struct date){ 0 };
	assert_true(stay_rules[3].holds(&open));
}

static void each_rule_of_coming_home_has_its_example(void **state)
{
	const struct stay_end good = { .home_on = TODAY,
		                       .situation = { .today = TODAY,
		                                      .since = date_of(2023, 5, 1),
		                                      .is_known = true,
		                                      .is_away = true } };
	struct stay_end breaks[] = { good, good }, same_day = good;

	(void)state;
	breaks[0].situation.is_away = false;
	breaks[1].home_on = date_of(2023, 5, 16);
	same_day.home_on = date_of(2023, 5, 1);
	assert_int_equal(COUNT(breaks), STAY_END_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < STAY_END_RULES_COUNT; n++) {
			assert_true(stay_end_rules[n].holds(&good));
			assert_int_equal(stay_end_rules[n].holds(&breaks[i]), n != i);
		}
	assert_false(stay_end_rules[1].holds(&same_day));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_sort_leaves_its_work),
		cmocka_unit_test(only_a_departure_is_settled),
		cmocka_unit_test(taking_back_leaves_its_work),
		cmocka_unit_test(each_rule_of_a_stay_has_its_example),
		cmocka_unit_test(each_rule_of_coming_home_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
