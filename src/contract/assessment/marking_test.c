/* SPDX-License-Identifier: EUPL-1.2 */
/* Each rule of marking holds for what is right, and not for one example. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/assessment/marking.h"

/* --- named --- */

static struct assessor_named good_named(void)
{
	return (struct assessor_named){
		.situation = { .is_known = true, .is_account = true, .is_municipal = true }
	};
}

static void break_named_0(struct assessor_named *it)
{
	it->situation.is_known = false;
}

static void break_named_1(struct assessor_named *it)
{
	it->situation.is_account = false;
}

static void break_named_2(struct assessor_named *it)
{
	it->situation.is_municipal = false;
}

static void break_named_3(struct assessor_named *it)
{
	it->situation.is_there = true;
}

static void break_named_4(struct assessor_named *it)
{
	it->situation.is_unsealed = true;
}

static void named_rules_hold(void **state)
{
	static void (*const broken[])(struct assessor_named *) = { break_named_0, break_named_1,
		                                                   break_named_2, break_named_3,
		                                                   break_named_4 };

	(void)state;
	assert_int_equal(COUNT(broken), ASSESSOR_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct assessor_named it = good_named();

		assert_true(assessor_rules[i].holds(&it));
		broken[i](&it);
		if (assessor_rules[i].holds(&it))
			fail_msg("%s", assessor_rules[i].code);
	}
}

/* --- left --- */

static struct assessor_left good_left(void)
{
	return (struct assessor_left){ .situation = { .is_there = true } };
}

static void break_left_0(struct assessor_left *it)
{
	it->situation.is_there = false;
}

static void break_left_1(struct assessor_left *it)
{
	it->situation.is_last = true;
}

static void break_left_2(struct assessor_left *it)
{
	it->situation.is_unsealed = true;
}

static void left_rules_hold(void **state)
{
	static void (*const broken[])(struct assessor_left *) = { break_left_0, break_left_1, break_left_2 };

	(void)state;
	assert_int_equal(COUNT(broken), ASSESSOR_LEFT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct assessor_left it = good_left();

		assert_true(assessor_left_rules[i].holds(&it));
		broken[i](&it);
		if (assessor_left_rules[i].holds(&it))
			fail_msg("%s", assessor_left_rules[i].code);
	}
}

/* --- conflict --- */

static struct conflict_declared good_conflict(void)
{
	return (struct conflict_declared){ .sort = "interest",
		                           .bid = 7,
		                           .words = "Mijn zus werkt er.",
		                           .situation = {
						   .judges = true, .knows_bid = true, .is_opened = true } };
}

static void break_conflict_0(struct conflict_declared *it)
{
	it->situation.judges = false;
}

static void break_conflict_1(struct conflict_declared *it)
{
	it->situation.knows_bid = false;
}

static void break_conflict_2(struct conflict_declared *it)
{
	it->words = "";
}

static void break_conflict_3(struct conflict_declared *it)
{
	it->sort = "none";
}

static void break_conflict_4(struct conflict_declared *it)
{
	it->situation.is_opened = false;
}

static void break_conflict_5(struct conflict_declared *it)
{
	it->sort = "none";
	it->bid = 0;
	it->situation.has_interest = true;
}

static void conflict_rules_hold(void **state)
{
	static void (*const broken[])(struct conflict_declared *) = { break_conflict_0, break_conflict_1,
		                                                      break_conflict_2, break_conflict_3,
		                                                      break_conflict_4, break_conflict_5 };

	(void)state;
	assert_int_equal(COUNT(broken), CONFLICT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct conflict_declared it = good_conflict();

		assert_true(conflict_rules[i].holds(&it));
		broken[i](&it);
		if (conflict_rules[i].holds(&it))
			fail_msg("%s", conflict_rules[i].code);
	}
}

/* --- lifted --- */

static struct conflict_lifted good_lifted(void)
{
	return (struct conflict_lifted){ .situation = { .is_there = true, .is_clean = true } };
}

static void break_lifted_0(struct conflict_lifted *it)
{
	it->situation.is_there = false;
}

static void break_lifted_1(struct conflict_lifted *it)
{
	it->situation.is_own = true;
}

static void break_lifted_2(struct conflict_lifted *it)
{
	it->situation.is_clean = false;
}

static void lifted_rules_hold(void **state)
{
	static void (*const broken[])(struct conflict_lifted *) = { break_lifted_0, break_lifted_1,
		                                                    break_lifted_2 };

	(void)state;
	assert_int_equal(COUNT(broken), CONFLICT_LIFTED_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct conflict_lifted it = good_lifted();

		assert_true(conflict_lifted_rules[i].holds(&it));
		broken[i](&it);
		if (conflict_lifted_rules[i].holds(&it))
			fail_msg("%s", conflict_lifted_rules[i].code);
	}
}

/* --- mark --- */

static struct mark_brought good_mark(void)
{
	return (struct mark_brought){ .situation = { .is_known = true,
		                                     .knows_bid = true,
		                                     .knows_criterion = true,
		                                     .is_assessor = true,
		                                     .is_declared = true,
		                                     .has_corners = true,
		                                     .is_number = true,
		                                     .is_on_scale = true } };
}

static void break_mark_0(struct mark_brought *it)
{
	it->situation.is_known = false;
}

static void break_mark_1(struct mark_brought *it)
{
	it->situation.is_assessor = false;
}

static void break_mark_2(struct mark_brought *it)
{
	it->situation.knows_bid = false;
}

static void break_mark_3(struct mark_brought *it)
{
	it->situation.knows_criterion = false;
}

static void break_mark_4(struct mark_brought *it)
{
	it->situation.is_declared = false;
}

static void break_mark_5(struct mark_brought *it)
{
	it->situation.has_conflict = true;
}

static void break_mark_6(struct mark_brought *it)
{
	it->situation.has_corners = false;
}

static void break_mark_7(struct mark_brought *it)
{
	it->situation.is_unsealed = true;
}

static void break_mark_8(struct mark_brought *it)
{
	it->situation.is_number = false;
}

static void break_mark_9(struct mark_brought *it)
{
	it->situation.is_on_scale = false;
}

static void break_mark_10(struct mark_brought *it)
{
	it->situation.steps.is_past_whole = true;
}

static void break_mark_11(struct mark_brought *it)
{
	it->situation.steps.is_past_half = true;
}

static void break_mark_12(struct mark_brought *it)
{
	it->situation.steps.is_past_tenth = true;
}

static void mark_rules_hold(void **state)
{
	static void (*const broken[])(struct mark_brought *) = { break_mark_0, break_mark_1,  break_mark_2,
		                                                 break_mark_3, break_mark_4,  break_mark_5,
		                                                 break_mark_6, break_mark_7,  break_mark_8,
		                                                 break_mark_9, break_mark_10, break_mark_11,
		                                                 break_mark_12 };

	(void)state;
	assert_int_equal(COUNT(broken), MARK_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct mark_brought it = good_mark();

		assert_true(mark_rules[i].holds(&it));
		broken[i](&it);
		if (mark_rules[i].holds(&it))
			fail_msg("%s", mark_rules[i].code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(named_rules_hold),    cmocka_unit_test(left_rules_hold),
		cmocka_unit_test(conflict_rules_hold), cmocka_unit_test(lifted_rules_hold),
		cmocka_unit_test(mark_rules_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
