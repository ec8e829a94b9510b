/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/assignment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct assignment good_assignment(void)
{
	return (struct assignment){
		.person = 2,
		.decision = 6,
		.deliverer = "aanbieder",
		.from = date_of(2023, 6, 1),
		.choice = "scheme",
		.situation = { .is_waiting = true,
		               .has_advice = true,
		               .can_serve = true,
		               .valid_from = date_of(2023, 6, 1),
		               .valid_until = date_of(2024, 6, 1) },
	};
}

static void not_waiting(struct assignment *assignment)
{
	assignment->situation.is_waiting = false;
}

static void without_answer(struct assignment *assignment)
{
	assignment->situation.has_advice = false;
}

static void who_cannot_serve(struct assignment *assignment)
{
	assignment->situation.can_serve = false;
}

static void chosen_for_the_resident(struct assignment *assignment)
{
	assignment->situation.has_choice = true;
}

static void after_the_grant(struct assignment *assignment)
{
	assignment->from = date_of(2024, 6, 1);
}

static void since_without_whom(struct assignment *assignment)
{
	assignment->since = date_of(2020, 1, 1);
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct assignment *) = {
	not_waiting,     without_answer,     who_cannot_serve, chosen_for_the_resident,
	after_the_grant, since_without_whom,
};

static void test_each_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(breaks), ASSIGNMENT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++) {
		struct assignment good = good_assignment(), broken = good_assignment();

		breaks[i](&broken);
		for (size_t n = 0; n < ASSIGNMENT_RULES_COUNT; n++) {
			assert_true(assignment_rules[n].holds(&good));
			assert_int_equal(assignment_rules[n].holds(&broken), n != i);
		}
	}
}

static void test_the_resident_may_choose(void **state)
{
	struct assignment assignment = good_assignment();

	(void)state;
	assignment.situation.has_choice = true;
	assignment.choice = "resident";
	for (size_t n = 0; n < ASSIGNMENT_RULES_COUNT; n++)
		assert_true(assignment_rules[n].holds(&assignment));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_rule_has_its_example),
		cmocka_unit_test(test_the_resident_may_choose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
