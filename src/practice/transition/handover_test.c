/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/transition/handover.h"

static struct handover good_handover(void)
{
	return (struct handover){
		.person = 7,
		.assignment = 12,
		.to = "lid-twee",
		.from = date_of(2022, 6, 13),
		.told_on = date_of(2022, 6, 1),
		.told_how = "visit",
		.respects_choice = true,
		.reason = "De vaste medewerker gaat met pensioen.",
		.from_member = "lid-een",
		.situation = { .today = date_of(2022, 6, 1),
		               .valid_from = date_of(2022, 2, 1),
		               .valid_until = date_of(2024, 2, 1),
		               .last_from = date_of(2022, 2, 1),
		               .is_assigned = true,
		               .is_member = true,
		               .may_hand_over = true,
		               .is_other = true,
		               .may_deliver = true },
	};
}

static void of_another_person(struct handover *handover)
{
	handover->situation = (struct handover_situation){ .today = handover->situation.today };
}

static void before_the_care(struct handover *handover)
{
	handover->situation.valid_from = handover->situation.last_from = date_of(2022, 6, 14);
}

static void before_the_last_handover(struct handover *handover)
{
	handover->situation.last_from = date_of(2022, 6, 14);
}

static void to_a_stranger(struct handover *handover)
{
	handover->situation.is_member = false;
}

static void by_who_does_not_answer(struct handover *handover)
{
	handover->situation.may_hand_over = false;
}

static void to_the_same(struct handover *handover)
{
	handover->situation.is_other = false;
}

static void to_one_without_a_lane(struct handover *handover)
{
	handover->situation.may_deliver = false;
}

static void told_on_the_day(struct handover *handover)
{
	handover->situation.today = handover->told_on = handover->from;
}

static void told_tomorrow(struct handover *handover)
{
	handover->told_on = date_of(2022, 6, 2);
}

static void against_the_choice(struct handover *handover)
{
	handover->respects_choice = false;
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct handover *) = {
	of_another_person,      before_the_care,    before_the_last_handover, to_a_stranger,
	by_who_does_not_answer, to_the_same,        to_one_without_a_lane,    told_on_the_day,
	told_tomorrow,          against_the_choice,
};

static void each_rule_has_its_example(void **state)
{
	struct handover good = good_handover();

	(void)state;
	assert_int_equal(COUNT(breaks), HANDOVER_RULES_COUNT);
	for (size_t i = 0; i < HANDOVER_RULES_COUNT; i++) {
		struct handover handover = good_handover();

		assert_true(handover_rules[i].holds(&good));
		breaks[i](&handover);
		for (size_t n = 0; n < HANDOVER_RULES_COUNT; n++)
			assert_int_equal(handover_rules[n].holds(&handover), n != i);
	}
}

/* The assignment's own days: the first one counts, the day after the last one does not. */
static void the_days_of_the_assignment_are_half_open(void **state)
{
	struct handover handover = good_handover();
	const struct journal_rule *period = &handover_rules[1];

	(void)state;
	handover.from = date_of(2022, 2, 1);
	assert_true(period->holds(&handover));
	handover.from = date_of(2024, 1, 31);
	assert_true(period->holds(&handover));
	handover.from = date_of(2024, 2, 1);
	assert_false(period->holds(&handover));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(the_days_of_the_assignment_are_half_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
