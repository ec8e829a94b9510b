/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "practice/term/penalty.h"
#include "practice/term/term.h"

static const char rates_csv[] = "valid_from,from_day,until_day,cents_per_day,source\n"
				"2009-10-01,1,14,2000,Awb art. 4:17 lid 2\n"
				"2009-10-01,15,28,3000,Awb art. 4:17 lid 2\n"
				"2009-10-01,29,42,4000,Awb art. 4:17 lid 2\n"
				"2019-01-01,1,14,2300,Awb art. 4:17 lid 2\n"
				"2019-01-01,15,28,3500,Awb art. 4:17 lid 2\n"
				"2019-01-01,29,42,4500,Awb art. 4:17 lid 2\n";

/* A decision's term of 3 to 17 April 2023, looked at on 28 April. */
static struct term_situation running(void)
{
	return (struct term_situation){ .today = date_of(2023, 4, 28),
		                        .starts_on = date_of(2023, 4, 3),
		                        .due_on = date_of(2023, 4, 17),
		                        .is_known = true };
}

/* --- suspended --- */

static struct term_suspended good_suspended(void)
{
	return (struct term_suspended){ .person = 7,
		                        .about = 7,
		                        .term = "decision",
		                        .ground = "supplement",
		                        .told_on = date_of(2023, 4, 5),
		                        .from = date_of(2023, 4, 6),
		                        .until = date_of(2023, 4, 20),
		                        .reason = "Het inkomen ontbreekt.",
		                        .situation = running() };
}

static void suspends_what_is_closed(struct term_suspended *suspended)
{
	suspended->situation.closed_on = date_of(2023, 4, 12);
}

static void suspends_to_repair(struct term_suspended *suspended)
{
	suspended->ground = "defect";
}

static void suspends_tomorrow(struct term_suspended *suspended)
{
	suspended->situation.today = date_of(2023, 4, 4);
}

static void suspends_the_same_day(struct term_suspended *suspended)
{
	suspended->from = suspended->told_on;
}

static void suspends_without_end(struct term_suspended *suspended)
{
	suspended->until = (struct date){ 0 };
}

static void suspends_again(struct term_suspended *suspended)
{
	suspended->situation.still_from = date_of(2023, 4, 4);
	suspended->situation.still_until = date_of(2023, 4, 6);
}

static void (*const suspended_breaks[])(struct term_suspended *) = {
	suspends_what_is_closed, suspends_to_repair,   suspends_tomorrow,
	suspends_the_same_day,   suspends_without_end, suspends_again,
};

static void each_suspended_rule_has_its_example(void **state)
{
	struct term_suspended good = good_suspended();

	(void)state;
	assert_int_equal(COUNT(suspended_breaks), SUSPENDED_RULES_COUNT);
	for (size_t i = 0; i < SUSPENDED_RULES_COUNT; i++) {
		struct term_suspended suspended = good_suspended();

		assert_true(suspended_rules[i].holds(&good));
		suspended_breaks[i](&suspended);
		for (size_t n = 0; n < SUSPENDED_RULES_COUNT; n++)
			if (suspended_rules[n].holds(&suspended) != (n != i))
				fail_msg("example %zu and rule %s", i, suspended_rules[n].code);
	}
}

/* Awb 4:15: only a decision, and under 7:10 one on an objection, may stand still. */
static void test_grounds(void **state)
{
	static const struct {
		const char *term, *ground;
		bool fits;
	} known[] = {
		{ "decision", "supplement", true },
		{ "decision", "consent", true },
		{ "decision", "client_delay", true },
		{ "decision", "force_majeure", true },
		{ "decision", "defect", false },
		{ "objection-decision", "defect", true },
		{ "objection-decision", "consent", true },
		{ "objection-decision", "supplement", false },
		{ "objection-decision-committee", "defect", true },
		{ "objection-decision-committee", "force_majeure", false },
		{ "investigation", "supplement", false },
		{ "investigation", "consent", false },
		{ "personal-plan", "consent", false },
		{ "objection", "consent", false },
		{ "penalty", "force_majeure", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(known); i++)
		assert_int_equal(term_ground_fits(known[i].term, known[i].ground), known[i].fits);
}

static void a_suspension_lies_within_the_term(void **state)
{
	struct term_suspended suspended = good_suspended();

	(void)state;
	suspended.ground = "client_delay";
	suspended.from = date_of(2023, 4, 17);
	assert_true(suspended_rules[3].holds(&suspended));
	suspended.from = date_of(2023, 4, 18);
	assert_false(suspended_rules[3].holds(&suspended));
	suspended.from = date_of(2023, 4, 3);
	assert_false(suspended_rules[3].holds(&suspended));
	suspended.from = date_of(2023, 4, 4);
	assert_true(suspended_rules[3].holds(&suspended));
}

/* --- resumed --- */

static struct term_resumed good_resumed(void)
{
	struct term_resumed resumed = { .person = 7,
		                        .about = 7,
		                        .term = "decision",
		                        .resumed_on = date_of(2023, 4, 14),
		                        .situation = running() };

	resumed.situation.still_from = date_of(2023, 4, 6);
	resumed.situation.still_until = date_of(2023, 4, 20);
	return resumed;
}

static void resumes_what_runs(struct term_resumed *resumed)
{
	resumed->situation.still_from = (struct date){ 0 };
}

static void resumes_tomorrow(struct term_resumed *resumed)
{
	resumed->situation.today = date_of(2023, 4, 13);
}

static void resumes_before_it_stood(struct term_resumed *resumed)
{
	resumed->resumed_on = date_of(2023, 4, 5);
}

static void (*const resumed_breaks[])(struct term_resumed *) = {
	resumes_what_runs,
	resumes_tomorrow,
	resumes_before_it_stood,
};

static void each_resumed_rule_has_its_example(void **state)
{
	struct term_resumed good = good_resumed();

	(void)state;
	assert_int_equal(COUNT(resumed_breaks), RESUMED_RULES_COUNT);
	for (size_t i = 0; i < RESUMED_RULES_COUNT; i++) {
		struct term_resumed resumed = good_resumed();

		assert_true(resumed_rules[i].holds(&good));
		resumed_breaks[i](&resumed);
		for (size_t n = 0; n < RESUMED_RULES_COUNT; n++)
			if (resumed_rules[n].holds(&resumed) != (n != i))
				fail_msg("example %zu and rule %s", i, resumed_rules[n].code);
	}
}

/* --- extended --- */

static struct term_extended good_extended(void)
{
	return (struct term_extended){ .person = 7,
		                       .about = 7,
		                       .term = "decision",
		                       .told_on = date_of(2023, 4, 14),
		                       .expected_by = date_of(2023, 4, 28),
		                       .reason = "Ziekte.",
		                       .situation = running() };
}

static void extends_investigation(struct term_extended *extended)
{
	extended->term = "investigation";
}

static void extends_tomorrow(struct term_extended *extended)
{
	extended->situation.today = date_of(2023, 4, 13);
}

static void extends_until_the_last_day(struct term_extended *extended)
{
	extended->expected_by = date_of(2023, 4, 17);
}

static void extends_again(struct term_extended *extended)
{
	extended->situation.expected_by = date_of(2023, 4, 21);
}

static void extends_by_years(struct term_extended *extended)
{
	extended->expected_by = date_of(2033, 6, 12);
}

static void (*const extended_breaks[])(struct term_extended *) = {
	extends_investigation, extends_tomorrow, extends_until_the_last_day, extends_again, extends_by_years,
};

static void each_extended_rule_has_its_example(void **state)
{
	struct term_extended good = good_extended();

	(void)state;
	assert_int_equal(COUNT(extended_breaks), EXTENDED_RULES_COUNT);
	for (size_t i = 0; i < EXTENDED_RULES_COUNT; i++) {
		struct term_extended extended = good_extended();

		assert_true(extended_rules[i].holds(&good));
		extended_breaks[i](&extended);
		for (size_t n = 0; n < EXTENDED_RULES_COUNT; n++)
			if (extended_rules[n].holds(&extended) != (n != i))
				fail_msg("example %zu and rule %s", i, extended_rules[n].code);
	}
}

/* --- default --- */

static struct default_notice good_notice(void)
{
	return (struct default_notice){ .person = 7,
		                        .about = 7,
		                        .term = "decision",
		                        .received_on = date_of(2023, 4, 18),
		                        .situation = running() };
}

static void defaults_an_investigation(struct default_notice *notice)
{
	notice->term = "investigation";
}

static void defaults_on_the_last_day(struct default_notice *notice)
{
	notice->received_on = date_of(2023, 4, 17);
}

static void defaults_tomorrow(struct default_notice *notice)
{
	notice->situation.today = date_of(2023, 4, 17);
}

static void defaults_again(struct default_notice *notice)
{
	notice->situation.is_given = true;
}

static void (*const default_breaks[])(struct default_notice *) = {
	defaults_an_investigation,
	defaults_on_the_last_day,
	defaults_tomorrow,
	defaults_again,
};

static void each_default_rule_has_its_example(void **state)
{
	struct default_notice good = good_notice();

	(void)state;
	assert_int_equal(COUNT(default_breaks), DEFAULT_RULES_COUNT);
	for (size_t i = 0; i < DEFAULT_RULES_COUNT; i++) {
		struct default_notice notice = good_notice();

		assert_true(default_rules[i].holds(&good));
		default_breaks[i](&notice);
		for (size_t n = 0; n < DEFAULT_RULES_COUNT; n++)
			if (default_rules[n].holds(&notice) != (n != i))
				fail_msg("example %zu and rule %s", i, default_rules[n].code);
	}
}

/* A term that stands still with no end in sight has not passed. */
static void nobody_is_in_default_while_it_stands_still(void **state)
{
	struct default_notice notice = good_notice();

	(void)state;
	notice.situation.due_on = (struct date){ 0 };
	assert_false(default_rules[1].holds(&notice));
}

static void what_is_closed_keeps_its_day(void **state)
{
	struct term_recounted recounted = { .term = "decision", .situation = running() };

	(void)state;
	assert_int_equal(COUNT(recounted_rules), RECOUNTED_RULES_COUNT);
	assert_true(recounted_rules[0].holds(&recounted));
	recounted.situation.closed_on = date_of(2023, 4, 12);
	assert_false(recounted_rules[0].holds(&recounted));
}

/* --- penalty --- */

static struct penalty_set good_penalty(void)
{
	struct penalty_set set = {
		.person = 7, .about = 7, .term = "default-notice", .set_on = date_of(2023, 4, 28)
	};

	set.situation = running();
	set.situation.is_final = true;
	set.situation.days = 3;
	return set;
}

static void penalty_without_notice(struct penalty_set *set)
{
	set->situation.is_known = false;
}

static void penalty_while_it_runs(struct penalty_set *set)
{
	set->situation.is_final = false;
}

static void penalty_of_no_day(struct penalty_set *set)
{
	set->situation.days = 0;
}

static void penalty_again(struct penalty_set *set)
{
	set->situation.is_given = true;
}

static void penalty_tomorrow(struct penalty_set *set)
{
	set->set_on = date_of(2023, 4, 29);
}

static void (*const penalty_breaks[])(struct penalty_set *) = {
	penalty_without_notice, penalty_while_it_runs, penalty_of_no_day, penalty_again, penalty_tomorrow,
};

static void each_penalty_rule_has_its_example(void **state)
{
	struct penalty_set good = good_penalty();

	(void)state;
	assert_int_equal(COUNT(penalty_breaks), PENALTY_RULES_COUNT);
	for (size_t i = 0; i < PENALTY_RULES_COUNT; i++) {
		struct penalty_set set = good_penalty();

		assert_true(penalty_rules[i].holds(&good));
		penalty_breaks[i](&set);
		for (size_t n = 0; n < PENALTY_RULES_COUNT; n++)
			if (penalty_rules[n].holds(&set) != (n != i))
				fail_msg("example %zu and rule %s", i, penalty_rules[n].code);
	}
}

/* Awb 4:17: nothing within the two weeks, then a day for each day, 42 at most. */
static void test_penalty_days(void **state)
{
	struct date weeks = date_of(2023, 5, 10);

	(void)state;
	assert_int_equal(penalty_days(weeks, date_of(2023, 5, 1)), 0);
	assert_int_equal(penalty_days(weeks, date_of(2023, 5, 10)), 0);
	assert_int_equal(penalty_days(weeks, date_of(2023, 5, 11)), 0);
	assert_int_equal(penalty_days(weeks, date_of(2023, 5, 12)), 1);
	assert_int_equal(penalty_days(weeks, date_of(2023, 6, 22)), 42);
	assert_int_equal(penalty_days(weeks, date_of(2024, 6, 22)), 42);
}

/* A slow sum beside it: each day by itself. */
static int64_t slow_cents(struct date weeks, int64_t days)
{
	int64_t cents = 0;

	for (int64_t n = 1; n <= days; n++) {
		bool is_new = !date_before(date_add_days(weeks, (int32_t)n), date_of(2019, 1, 1));

		if (n <= 14)
			cents += is_new ? 2300 : 2000;
		else if (n <= 28)
			cents += is_new ? 3500 : 3000;
		else
			cents += is_new ? 4500 : 4000;
	}
	return cents;
}

static void test_penalty_amounts(void **state)
{
	const struct date begins[] = { date_of(2016, 12, 31), date_of(2018, 12, 20), date_of(2023, 5, 10) };
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct penalty_rates rates = { 0 };
	struct fault fault;

	(void)state;
	assert_int_equal(penalty_rates_read(rates_csv, arena, &rates, &fault), OK);
	for (size_t i = 0; i < COUNT(begins); i++)
		for (int64_t days = 0; days <= 42; days++) {
			struct penalty_sum sum = penalty_count(&rates, begins[i], days);
			int64_t parts = 0, of_parts = 0;

			assert_int_equal(sum.total.cents, slow_cents(begins[i], days));
			for (size_t n = 0; n < sum.parts_count; n++) {
				parts += sum.parts[n].sum.cents;
				of_parts += sum.parts[n].days;
			}
			assert_int_equal(parts, sum.total.cents);
			assert_int_equal(of_parts, days);
		}
	/* The most that the law gives since 2019, and before. */
	assert_int_equal(penalty_count(&rates, date_of(2023, 5, 10), 42).total.cents, 144200);
	assert_int_equal(penalty_count(&rates, date_of(2012, 5, 10), 42).total.cents, 126000);
	assert_string_equal(resident_amount_figures((struct resident_amount){ 144200 }, arena), "€ 1.442,00");
	assert_string_equal(resident_amount_figures((struct resident_amount){ 9205 }, arena), "€ 92,05");
	assert_string_equal(resident_amount_figures((struct resident_amount){ 100005 }, arena), "€ 1.000,05");
	arena_free(arena);
}

static void test_penalty_file(void **state)
{
	static const char *const wrong[] = {
		"",
		"valid_from,from_day,until_day,cents_per_day\n",
		"valid_from,from_day,until_day,cents_per_day,source\n2019-02-30,1,14,2300,Awb\n",
		"valid_from,from_day,until_day,cents_per_day,source\n2019-01-01,0,14,2300,Awb\n",
		"valid_from,from_day,until_day,cents_per_day,source\n2019-01-01,15,14,2300,Awb\n",
		"valid_from,from_day,until_day,cents_per_day,source\n2019-01-01,1,14,23.00,Awb\n",
		"valid_from,from_day,until_day,cents_per_day,source\n2019-01-01,1,14,2300,\n",
		"valid_from,from_day,until_day,cents_per_day,source\n2019-01-01,1,14,2300,Awb",
	};
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct penalty_rates rates = { 0 };
	struct fault fault;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_int_equal(penalty_rates_read(wrong[i], arena, &rates, &fault), FAILED);
	assert_string_equal(fault.words,
	                    "penalty, line 2: write valid_from,from_day,until_day,cents_per_day,source");
	assert_int_equal(penalty_rates_here(arena, &rates, &fault), OK);
	assert_true(rates.count >= 6);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_suspended_rule_has_its_example),
		cmocka_unit_test(test_grounds),
		cmocka_unit_test(a_suspension_lies_within_the_term),
		cmocka_unit_test(each_resumed_rule_has_its_example),
		cmocka_unit_test(each_extended_rule_has_its_example),
		cmocka_unit_test(each_default_rule_has_its_example),
		cmocka_unit_test(nobody_is_in_default_while_it_stands_still),
		cmocka_unit_test(what_is_closed_keeps_its_day),
		cmocka_unit_test(each_penalty_rule_has_its_example),
		cmocka_unit_test(test_penalty_days),
		cmocka_unit_test(test_penalty_amounts),
		cmocka_unit_test(test_penalty_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
