/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/contribution.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define TODAY date_of(2023, 5, 15)
#define BORN date_of(1940, 6, 1)
static const struct contribution_rules rules = { .least_age = 18, .pause_days = 31 };

/* The periods of these uses, born on that day. */
static size_t periods_of(struct contribution_use *uses, size_t count, struct date born,
                         struct contribution_period *ret_periods)
{
	const struct contribution_owed owed = {
		.rules = &rules, .born = born, .today = TODAY, .uses = uses, .uses_count = count
	};

	return contribution_periods(&owed, ret_periods);
}

static void assert_period(const struct contribution_period *period, struct date from, struct date until)
{
	assert_int_equal(period->from.day, from.day);
	assert_int_equal(period->until.day, until.day);
}

static void the_configuration_is_of_the_day(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(64 * 1024);
	struct contribution_rules of = { 0 };
	struct fault fault = { 0 };

	(void)state;
	assert_int_equal(contribution_rules_on(TODAY, arena, &of, &fault), OK);
	assert_int_equal(of.least_age, 18);
	assert_int_equal(of.pause_days, 31);
	assert_true(contribution_is_exempt(&of, "11"));
	assert_false(contribution_is_exempt(&of, "01"));
	assert_int_equal(contribution_rules_on(date_of(2019, 12, 31), arena, &of, &fault), OK);
	assert_int_equal(of.least_age, 0);
}

static void one_contribution_for_all_that_somebody_uses(void **state)
{
	struct contribution_use uses[] = {
		{ date_of(2023, 3, 1), DATE_LAST, false },
		{ date_of(2023, 1, 9), date_of(2023, 4, 1), false },
	};
	struct contribution_period periods[2];

	(void)state;
	assert_int_equal(periods_of(uses, 2, BORN, periods), 1);
	assert_period(&periods[0], date_of(2023, 1, 9), DATE_LAST);
}

static void what_has_not_come_is_not_told(void **state)
{
	struct contribution_use uses[] = { { date_of(2023, 5, 16), DATE_LAST, false } };
	struct contribution_use ends[] = { { date_of(2023, 1, 1), date_of(2023, 8, 1), false } };
	struct contribution_period periods[1];

	(void)state;
	assert_int_equal(periods_of(uses, 1, BORN, periods), 0);
	assert_int_equal(periods_of(ends, 1, BORN, periods), 1);
	assert_period(&periods[0], date_of(2023, 1, 1), DATE_LAST);
}

static void a_short_break_changes_nothing_a_long_one_stops(void **state)
{
	struct contribution_use brief[] = {
		{ date_of(2023, 1, 1), date_of(2023, 2, 1), true },
		{ date_of(2023, 3, 3), DATE_LAST, false },
	};
	struct contribution_use month[] = {
		{ date_of(2023, 1, 1), date_of(2023, 2, 1), true },
		{ date_of(2023, 3, 4), DATE_LAST, false },
	};
	struct contribution_use going[] = { { date_of(2023, 1, 1), date_of(2023, 4, 15), true } };
	struct contribution_use gone[] = { { date_of(2023, 1, 1), date_of(2023, 4, 14), true } };
	struct contribution_use over[] = { { date_of(2023, 1, 1), date_of(2023, 5, 1), false } };
	struct contribution_period periods[2];

	(void)state;
	assert_int_equal(periods_of(brief, 2, BORN, periods), 1);
	assert_int_equal(periods_of(month, 2, BORN, periods), 2);
	assert_period(&periods[0], date_of(2023, 1, 1), date_of(2023, 2, 1));
	assert_int_equal(periods_of(going, 1, BORN, periods), 1);
	assert_period(&periods[0], date_of(2023, 1, 1), DATE_LAST);
	assert_int_equal(periods_of(gone, 1, BORN, periods), 1);
	assert_period(&periods[0], date_of(2023, 1, 1), date_of(2023, 4, 14));
	assert_int_equal(periods_of(over, 1, BORN, periods), 1);
	assert_period(&periods[0], date_of(2023, 1, 1), date_of(2023, 5, 1));
}

static void a_child_owes_nothing(void **state)
{
	struct contribution_use child[] = { { date_of(2023, 1, 1), DATE_LAST, false } };
	struct contribution_use grown[] = { { date_of(2023, 1, 1), DATE_LAST, false } };
	struct contribution_period periods[1];

	(void)state;
	assert_int_equal(periods_of(child, 1, date_of(2005, 5, 16), periods), 0);
	assert_int_equal(periods_of(grown, 1, date_of(2005, 5, 1), periods), 1);
	assert_period(&periods[0], date_of(2023, 5, 1), DATE_LAST);
}

/* What is told becomes what is owed, whatever it was before, and then there is nothing more. */
static void each_difference_is_told_once(void **state)
{
	const struct contribution_period none = { 0 };
	const struct contribution_period owed[] = { { 0, date_of(2023, 1, 1), date_of(2023, 2, 1) } };
	const struct contribution_period open[] = { { 0, date_of(2023, 1, 1), DATE_LAST } };
	struct contribution_period told[] = { { 7, date_of(2023, 1, 1), DATE_LAST } };
	struct contribution_change change = { 0 };

	(void)state;
	assert_true(contribution_next(owed, 1, &none, 0, &change));
	assert_string_equal(change.sort, "started");
	assert_int_equal(change.period, 0);
	assert_true(contribution_next(owed, 1, told, 1, &change));
	assert_string_equal(change.sort, "stopped");
	assert_int_equal(change.period, 7);
	assert_int_equal(change.last_day.day, date_of(2023, 1, 31).day);
	assert_false(contribution_next(open, 1, told, 1, &change));
	told[0].until = date_of(2023, 2, 1);
	assert_false(contribution_next(owed, 1, told, 1, &change));
	assert_true(contribution_next(open, 1, told, 1, &change));
	assert_string_equal(change.sort, "stop_withdrawn");
	assert_false(date_is(change.last_day));
	told[0].until = date_of(2023, 2, 9);
	assert_true(contribution_next(owed, 1, told, 1, &change));
	assert_string_equal(change.sort, "stop_moved");
	told[0].from = date_of(2023, 1, 5);
	assert_true(contribution_next(owed, 1, told, 1, &change));
	assert_string_equal(change.sort, "start_moved");
	assert_int_equal(change.from.day, date_of(2023, 1, 1).day);
	assert_true(contribution_next(owed, 0, told, 1, &change));
	assert_string_equal(change.sort, "withdrawn");
}

static void each_rule_has_its_example(void **state)
{
	const struct contribution_change change = { .has_bsn = true }, no_bsn = { 0 };
	const struct contribution_sent sent = { .situation = { .state = "open", .has_bsn = true } },
				       again = { .situation = { .state = "sent", .has_bsn = true } },
				       unknown = { .situation = { .has_bsn = true } },
				       bare = { .situation = { .state = "open" } };
	const struct contribution_answered good = { .outcome = "accepted" }, bad = { .outcome = "refused" };
	const struct contribution_settled settled = { .situation = { .state = "refused" } },
					  early = { .situation = { .state = "sent" } };

	(void)state;
	assert_string_equal(contribution_change_rules[0].code, "contribution-bsn");
	assert_string_equal(contribution_sent_rules[0].code, "contribution-waits");
	assert_string_equal(contribution_sent_rules[1].code, "contribution-no-bsn");
	assert_string_equal(contribution_answered_rules[0].code, "contribution-refused");
	assert_string_equal(contribution_settled_rules[0].code, "contribution-was-refused");
	assert_true(contribution_change_rules[0].holds(&change));
	assert_false(contribution_change_rules[0].holds(&no_bsn));
	assert_true(contribution_sent_rules[0].holds(&sent) && contribution_sent_rules[1].holds(&sent));
	assert_false(contribution_sent_rules[0].holds(&again));
	assert_false(contribution_sent_rules[0].holds(&unknown));
	assert_false(contribution_sent_rules[1].holds(&bare));
	assert_true(contribution_answered_rules[0].holds(&good));
	assert_false(contribution_answered_rules[0].holds(&bad));
	assert_true(contribution_settled_rules[0].holds(&settled));
	assert_false(contribution_settled_rules[0].holds(&early));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_configuration_is_of_the_day),
		cmocka_unit_test(one_contribution_for_all_that_somebody_uses),
		cmocka_unit_test(what_has_not_come_is_not_told),
		cmocka_unit_test(a_short_break_changes_nothing_a_long_one_stops),
		cmocka_unit_test(a_child_owes_nothing),
		cmocka_unit_test(each_difference_is_told_once),
		cmocka_unit_test(each_rule_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
