/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/evaluation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TODAY date_of(2023, 5, 15)
static const struct evaluation_situation running = { .from = { 0 },
	                                             .is_known = true,
	                                             .has_known_goals = true };

/* Of a line that runs from January 2023 to the end of that year. */
static struct evaluation_situation situation_of(void)
{
	struct evaluation_situation situation = running;

	situation.today = TODAY;
	situation.from = date_of(2023, 1, 1);
	situation.until = date_of(2024, 1, 1);
	return situation;
}

static void each_rule_of_a_day_has_its_example(void **state)
{
	const struct evaluation_planned good = { .on = date_of(2023, 12, 31), .situation = situation_of() };
	struct evaluation_planned breaks[] = { good, good, good }, past = good, moved = good;

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].on = date_of(2024, 1, 1);
	breaks[2].situation.due_on = date_of(2023, 6, 1);
	assert_int_equal(COUNT(breaks), EVALUATION_PLANNED_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < EVALUATION_PLANNED_RULES_COUNT; n++) {
			assert_true(evaluation_planned_rules[n].holds(&good));
			assert_int_equal(evaluation_planned_rules[n].holds(&breaks[i]), n != i);
		}
	past.on = date_of(2023, 5, 14);
	assert_false(evaluation_planned_rules[1].holds(&past));
	moved.situation.due_on = date_of(2023, 6, 1);
	moved.why = "De cliënt is dan op vakantie.";
	assert_true(evaluation_planned_rules[2].holds(&moved));
}

static void each_rule_of_a_look_has_its_example(void **state)
{
	struct evaluation_score right = { 1, 7, "Het gaat beter." }, zero = { 1, 0, "Het gaat beter." },
				mute = { 1, 7, NULL };
	const struct evaluation_held good = { .held_on = TODAY,
		                              .scores = { &right, 1 },
		                              .next_on = date_of(2023, 11, 1),
		                              .situation = situation_of() };
	struct evaluation_held breaks[] = { good, good, good, good }, other = good;

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].held_on = date_of(2023, 5, 16);
	breaks[2].situation.has_known_goals = false;
	breaks[3].next_on = date_of(2024, 1, 1);
	assert_int_equal(COUNT(breaks), EVALUATION_HELD_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < EVALUATION_HELD_RULES_COUNT; n++) {
			assert_true(evaluation_held_rules[n].holds(&good));
			assert_int_equal(evaluation_held_rules[n].holds(&breaks[i]), n != i);
		}
	other.scores.items = &zero;
	assert_false(evaluation_held_rules[2].holds(&other));
	other.scores.items = &mute;
	assert_false(evaluation_held_rules[2].holds(&other));
	other.scores.count = 0;
	assert_true(evaluation_held_rules[2].holds(&other));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_a_day_has_its_example),
		cmocka_unit_test(each_rule_of_a_look_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
