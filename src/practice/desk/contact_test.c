/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/desk/contact.h"

static struct contact_handover good_handover(void)
{
	return (struct contact_handover){
		.person = 7,
		.to = "zita",
		.from = date_of(2023, 5, 15),
		.reason = "Een andere wijk.",
		.before = "ziggy",
		.situation = { .today = date_of(2023, 5, 15),
		               .since = date_of(2023, 5, 1),
		               .has_contact = true,
		               .is_there = true,
		               .is_other = true },
	};
}

static void of_a_stranger(struct contact_handover *handover)
{
	handover->situation = (struct contact_situation){ .today = handover->from, .is_there = true };
}

static void to_nobody(struct contact_handover *handover)
{
	handover->situation.is_there = false;
}

static void to_the_same(struct contact_handover *handover)
{
	handover->situation.is_other = false;
}

static void tomorrow(struct contact_handover *handover)
{
	handover->from = date_of(2023, 5, 16);
}

static void before_the_present_one(struct contact_handover *handover)
{
	handover->from = date_of(2023, 4, 30);
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const contact_breaks[])(struct contact_handover *) = {
	of_a_stranger, to_nobody, to_the_same, tomorrow, before_the_present_one,
};

static void each_contact_rule_has_its_example(void **state)
{
	struct contact_handover good = good_handover();

	(void)state;
	assert_int_equal(COUNT(contact_breaks), CONTACT_HANDOVER_RULES_COUNT);
	for (size_t i = 0; i < CONTACT_HANDOVER_RULES_COUNT; i++) {
		struct contact_handover handover = good_handover();

		assert_true(contact_handover_rules[i].holds(&good));
		contact_breaks[i](&handover);
		for (size_t n = 0; n < CONTACT_HANDOVER_RULES_COUNT; n++)
			assert_int_equal(contact_handover_rules[n].holds(&handover), n != i);
	}
}

/* On the very day the contact person began another one may come. */
static void a_contact_person_may_be_replaced_on_the_first_day(void **state)
{
	struct contact_handover handover = good_handover();

	(void)state;
	handover.from = date_of(2023, 5, 1);
	for (size_t i = 0; i < CONTACT_HANDOVER_RULES_COUNT; i++)
		assert_true(contact_handover_rules[i].holds(&handover));
}

static struct worker_left good_leaving(void)
{
	return (struct worker_left){
		.account = "zita",
		.successor = "ziggy",
		.from = date_of(2023, 5, 15),
		.situation = { .today = date_of(2023, 5, 15), .is_worker = true, .has_successor = true },
	};
}

static void a_stranger_leaves(struct worker_left *left)
{
	left->situation.is_worker = left->situation.has_successor = false;
}

static void leaves_again(struct worker_left *left)
{
	left->situation.has_left = true;
}

static void leaves_nobody_behind(struct worker_left *left)
{
	left->situation.has_successor = false;
}

static void leaves_tomorrow(struct worker_left *left)
{
	left->from = date_of(2023, 5, 16);
}

static void leaves_before_a_client_came(struct worker_left *left)
{
	left->situation.later = 1;
}

static void another_team_says_so(struct worker_left *left)
{
	left->situation.is_by_others = true;
}

static void goes_to_another_team(struct worker_left *left)
{
	left->situation.goes_to_others = true;
}

static void (*const left_breaks[])(struct worker_left *) = {
	a_stranger_leaves,           leaves_again,         leaves_nobody_behind, leaves_tomorrow,
	leaves_before_a_client_came, another_team_says_so, goes_to_another_team,
};

static void each_rule_of_leaving_has_its_example(void **state)
{
	struct worker_left good = good_leaving();

	(void)state;
	assert_int_equal(COUNT(left_breaks), LEFT_RULES_COUNT);
	for (size_t i = 0; i < LEFT_RULES_COUNT; i++) {
		struct worker_left left = good_leaving();

		assert_true(left_rules[i].holds(&good));
		left_breaks[i](&left);
		for (size_t n = 0; n < LEFT_RULES_COUNT; n++)
			assert_int_equal(left_rules[n].holds(&left), n != i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_contact_rule_has_its_example),
		cmocka_unit_test(a_contact_person_may_be_replaced_on_the_first_day),
		cmocka_unit_test(each_rule_of_leaving_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
