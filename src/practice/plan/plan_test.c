/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/plan/plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* --- a plan --- */

struct parts {
	struct plan_goal goals[2];
	struct plan_line lines[2];
};

static struct plan_made good_plan(struct parts *parts)
{
	*parts = (struct parts){
		.goals = { { "Weer zelf koken.", "Drie keer per week.", 1 },
		           { "Bezoek kunnen krijgen.", "Elke week iemand.", 2 } },
		.lines = { { .product = "hulp", .amount = 125 }, { .product = "verblijf", .amount = 2 } },
	};
	return (struct plan_made){ .report = 2,
		                   .made_on = date_of(2023, 5, 15),
		                   .goals = { parts->goals, 2 },
		                   .arrangement = "Samen.",
		                   .one_hand = "yes",
		                   .lines = { parts->lines, 2 },
		                   .version = 1,
		                   .situation = { .today = date_of(2023, 5, 15),
		                                  .received_on = date_of(2023, 5, 1),
		                                  .is_known_report = true,
		                                  .knows_products = true,
		                                  .norms_stand = true,
		                                  .norms_fit = true,
		                                  .explains_deviations = true,
		                                  .sums_belong = true } };
}

static void of_unknown_report(struct plan_made *plan)
{
	plan->situation.is_known_report = false;
}

static void made_tomorrow(struct plan_made *plan)
{
	plan->made_on = date_of(2023, 5, 16);
}

static void without_goals(struct plan_made *plan)
{
	plan->goals.count = 0;
}

static void with_a_goal_twice(struct plan_made *plan)
{
	((struct plan_goal *)plan->goals.items)[1].words = "Weer zelf koken.";
}

static void changed_without_reason(struct plan_made *plan)
{
	plan->version = 2;
}

static void with_unknown_product(struct plan_made *plan)
{
	plan->situation.knows_products = false;
}

static void without_amount(struct plan_made *plan)
{
	((struct plan_line *)plan->lines.items)[1].amount = 0;
}

static void on_a_struck_norm(struct plan_made *plan)
{
	plan->situation.norms_stand = false;
}

static void on_a_norm_for_something_else(struct plan_made *plan)
{
	plan->situation.norms_fit = false;
}

static void away_from_the_norm_in_silence(struct plan_made *plan)
{
	plan->situation.explains_deviations = false;
}

static void with_a_sum_of_nothing(struct plan_made *plan)
{
	plan->situation.sums_belong = false;
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const plan_breaks[])(struct plan_made *) = {
	of_unknown_report,
	made_tomorrow,
	without_goals,
	with_a_goal_twice,
	changed_without_reason,
	with_unknown_product,
	without_amount,
	on_a_struck_norm,
	on_a_norm_for_something_else,
	away_from_the_norm_in_silence,
	with_a_sum_of_nothing,
};

static void test_each_plan_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(plan_breaks), PLAN_RULES_COUNT);
	for (size_t i = 0; i < COUNT(plan_breaks); i++) {
		struct parts good_parts, broken_parts;
		struct plan_made good = good_plan(&good_parts), broken = good_plan(&broken_parts);

		plan_breaks[i](&broken);
		for (size_t n = 0; n < PLAN_RULES_COUNT; n++) {
			assert_true(plan_rules[n].holds(&good));
			assert_int_equal(plan_rules[n].holds(&broken), n != i);
		}
	}
}

/* --- a score --- */

static struct goal_scored good_score(void)
{
	return (struct goal_scored){ .person = 2,
		                     .goal = 1,
		                     .scored_on = date_of(2023, 5, 15),
		                     .score = 7,
		                     .words = "Het gaat al beter.",
		                     .today = date_of(2023, 5, 15),
		                     .made_on = date_of(2023, 5, 15),
		                     .is_known_goal = true };
}

static void of_unknown_goal(struct goal_scored *scored)
{
	scored->is_known_goal = false;
}

static void before_the_plan(struct goal_scored *scored)
{
	scored->scored_on = date_of(2023, 5, 14);
}

static void off_the_scale(struct goal_scored *scored)
{
	scored->score = 11;
}

static void (*const score_breaks[])(struct goal_scored *) = { of_unknown_goal, before_the_plan,
	                                                      off_the_scale };

static void test_each_score_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(score_breaks), SCORE_RULES_COUNT);
	for (size_t i = 0; i < COUNT(score_breaks); i++) {
		struct goal_scored good = good_score(), broken = good_score();

		score_breaks[i](&broken);
		for (size_t n = 0; n < SCORE_RULES_COUNT; n++) {
			assert_true(score_rules[n].holds(&good));
			assert_int_equal(score_rules[n].holds(&broken), n != i);
		}
	}
}

/* --- time --- */

static void test_an_amount_follows_the_norm_to_its_unit(void **state)
{
	struct plan_line line = { .amount = 125, .unit = "minute", .frequency = "week", .norm_minutes = 125 };

	(void)state;
	assert_true(plan_follows_norm(&line));
	line.amount = 126;
	assert_false(plan_follows_norm(&line));
	line = (struct plan_line){ .amount = 3, .unit = "hour", .frequency = "week", .norm_minutes = 125 };
	assert_true(plan_follows_norm(&line)); /* 125 minutes take three whole hours */
	line.amount = 2;
	assert_false(plan_follows_norm(&line));
	line.amount = 4;
	assert_false(plan_follows_norm(&line));
	assert_int_equal(plan_minutes(2, "half-day", "week"), -1);
	assert_int_equal(plan_minutes(2, "hour", "month"), -1);
}

static void test_the_reasons_have_the_sum_and_the_deviation(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	const struct norm_set set = { .label = "Een norm" };
	struct plan_sum sums[] = { { "hulp", "basis", "1", "Basis", "1 × 108 uur", 125 },
		                   { "ander", "basis", "1", "Van een ander", "x", 5 } };
	const struct records all = { sums, 2 };
	struct plan_line line = {
		.product = "hulp", .amount = 125, .unit = "minute", .frequency = "week", .norm_minutes = 125
	};

	(void)state;
	assert_string_equal(plan_reasons(&line, &set, &all, arena),
	                    "Wij rekenden met de tijdnorm \"Een norm\".\n- Basis: 1 × 108 uur\n"
	                    "Samen volgens de norm: 125 minuten per week.");
	line.amount = 150;
	line.deviation = "Er zijn trappen.";
	assert_non_null(
		strstr(plan_reasons(&line, &set, &all, arena), "\nWij wijken daarvan af: Er zijn trappen."));
	assert_string_equal(plan_reasons(&line, NULL, &all, arena), "Er zijn trappen.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_plan_rule_has_its_example),
		cmocka_unit_test(test_each_score_rule_has_its_example),
		cmocka_unit_test(test_an_amount_follows_the_norm_to_its_unit),
		cmocka_unit_test(test_the_reasons_have_the_sum_and_the_deviation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
