/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/later.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* A change that is announced three weeks before, of a line that runs. */
static struct later_decision good_change(void)
{
	return (struct later_decision){
		.person = 1,
		.decision = 9,
		.decided_on = date_of(2023, 5, 15),
		.effective_from = date_of(2023, 6, 5),
		.amount = 120,
		.last_day = date_of(2025, 5, 31),
		.ground = "not_enough",
		.product = "huishoudelijke-hulp",
		.amount_before = 150,
		.earlier_on = date_of(2022, 1, 3),
		.line_from = date_of(2022, 2, 1),
		.line_until = date_of(2025, 6, 1),
		.ends_from = date_of(2023, 6, 5),
		.situation = { .today = date_of(2023, 5, 15),
		               .notice_until = date_of(2023, 5, 29),
		               .sort = LATER_CHANGED,
		               .is_known = true,
		               .needs_last_day = true },
	};
}

static void of_no_line(struct later_decision *later)
{
	later->situation.is_known = false;
}

static void before_the_grant(struct later_decision *later)
{
	later->earlier_on = date_of(2023, 5, 16);
}

static void decided_tomorrow(struct later_decision *later)
{
	later->situation.today = date_of(2023, 5, 14);
}

static void after_the_last_day(struct later_decision *later)
{
	later->line_until = date_of(2023, 6, 5);
}

static void looking_back(struct later_decision *later)
{
	later->effective_from = date_of(2023, 5, 15);
	later->situation.notice_until = date_of(2023, 5, 15);
}

static void within_the_notice(struct later_decision *later)
{
	later->effective_from = date_of(2023, 5, 28);
}

static void urgent_without_words(struct later_decision *later)
{
	later->without_notice = "urgent";
}

static void changing_nothing(struct later_decision *later)
{
	later->amount = 150;
}

static void weekly_without_end(struct later_decision *later)
{
	later->last_day = (struct date){ 0 };
}

static void with_a_budget_for_help_in_kind(struct later_decision *later)
{
	later->budgets.count = 1;
}

static void for_a_hundred_years(struct later_decision *later)
{
	later->last_day = date_of(2123, 6, 5);
}

static void of_the_dead_who_lives(struct later_decision *later)
{
	later->without_notice = "died";
	later->why_without = "De buurvrouw zei het.";
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct later_decision *) = {
	of_no_line,           before_the_grant,
	decided_tomorrow,     after_the_last_day,
	looking_back,         within_the_notice,
	urgent_without_words, changing_nothing,
	weekly_without_end,   with_a_budget_for_help_in_kind,
	for_a_hundred_years,  of_the_dead_who_lives,
};

static void each_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(breaks), LATER_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++) {
		struct later_decision good = good_change(), broken = good_change();

		breaks[i](&broken);
		for (size_t n = 0; n < LATER_RULES_COUNT; n++) {
			assert_true(later_rules[n].holds(&good));
			assert_int_equal(later_rules[n].holds(&broken), n != i);
		}
	}
}

static void breaks_nothing(const struct later_decision *later)
{
	for (size_t n = 0; n < LATER_RULES_COUNT; n++)
		if (!later_rules[n].holds(later))
			fail_msg("it breaks %s", later_rules[n].code);
}

/* Awb 3:40: only wrong data, the resident's own request and death look back. */
static void some_things_look_back(void **state)
{
	struct later_decision later = good_change();

	(void)state;
	later.situation.sort = LATER_WITHDRAWN;
	later.effective_from = date_of(2022, 3, 1);
	assert_false(later_rules[4].holds(&later));
	later.ground = "wrong_data";
	breaks_nothing(&later);
	later.ground = "not_needed";
	later.without_notice = "died";
	later.situation.has_died = true;
	later.why_without = "Mevrouw is op 1 maart overleden.";
	breaks_nothing(&later);
	later.without_notice = "request";
	breaks_nothing(&later);
	later.without_notice = "urgent"; /* but urgency does not */
	assert_false(later_rules[4].holds(&later));
	later.effective_from = date_of(2023, 5, 16);
	breaks_nothing(&later);
}

/* A line that is bought in goes on with a new budget. */
static void a_budget_is_changed_by_a_budget(void **state)
{
	struct personal_budget budget = { .product = "huishoudelijke-hulp",
		                          .euros = 400,
		                          .per = "month",
		                          .how_found = "x",
		                          .wish = "x",
		                          .able = "x",
		                          .quality = "x" };
	struct later_decision later = good_change();

	(void)state;
	later.situation.is_budget = true;
	assert_false(later_rules[9].holds(&later));
	later.budgets = (struct records){ .items = &budget, .count = 1 };
	breaks_nothing(&later);
	later.amount = later.amount_before; /* the same time for another sum is a change too */
	breaks_nothing(&later);
	budget.able = NULL;
	assert_false(later_rules[9].holds(&later));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(some_things_look_back),
		cmocka_unit_test(a_budget_is_changed_by_a_budget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
