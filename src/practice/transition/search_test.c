/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/transition/search.h"

static const char *both[] = { "lid-twee", "lid-drie" };

/* The third step of a combination, ended in vain. */
static struct search_step good_step(void)
{
	return (struct search_step){
		.person = 7,
		.assignment = 12,
		.party = "combinatie",
		.step = "fellow_members",
		.started_on = date_of(2022, 6, 3),
		.ended_on = date_of(2022, 6, 7),
		.outcome = "not_found",
		.asked = "De planners van beide leden.",
		.members = { .items = both, .count = 2 },
		.reason = "Zij hebben niemand in deze wijk.",
		.situation = { .today = date_of(2022, 6, 8),
		               .due_place = SEARCH_MEMBERS,
		               .earliest_on = date_of(2022, 6, 3),
		               .is_known = true,
		               .is_party = true,
		               .is_combination = true,
		               .asks_members = true,
		               .asks_all = true },
	};
}

static void for_nobody(struct search_step *step)
{
	step->situation = (struct search_situation){ .today = step->situation.today };
}

static void by_nobody(struct search_step *step)
{
	step->situation.is_party = step->situation.is_combination = false;
}

static void without_members(struct search_step *step)
{
	step->situation.is_combination = false;
}

static void before_its_turn(struct search_step *step)
{
	step->situation.due_place = SEARCH_OWN_WORKER;
}

static void before_the_last_ended(struct search_step *step)
{
	step->started_on = date_of(2022, 6, 2);
}

static void ended_before_it_began(struct search_step *step)
{
	step->ended_on = date_of(2022, 6, 2);
}

static void ends_tomorrow(struct search_step *step)
{
	step->ended_on = date_of(2022, 6, 9);
}

static void without_one_member(struct search_step *step)
{
	step->situation.asks_all = false;
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct search_step *) = {
	for_nobody,
	by_nobody,
	without_members,
	before_its_turn,
	before_the_last_ended,
	ended_before_it_began,
	ends_tomorrow,
	without_one_member,
};

static void each_rule_has_its_example(void **state)
{
	struct search_step good = good_step();

	(void)state;
	assert_int_equal(COUNT(breaks), SEARCH_RULES_COUNT);
	for (size_t i = 0; i < SEARCH_RULES_COUNT; i++) {
		struct search_step step = good_step();

		assert_true(search_rules[i].holds(&good));
		breaks[i](&step);
		for (size_t n = 0; n < SEARCH_RULES_COUNT; n++)
			if (search_rules[n].holds(&step) != (n != i))
				fail_msg("example %zu and rule %s", i, search_rules[n].code);
	}
}

static void the_ladder_skips_members_where_there_are_none(void **state)
{
	(void)state;
	assert_int_equal(search_place_after(0, true), SEARCH_SAME_WORKER);
	assert_int_equal(search_place_after(SEARCH_SAME_WORKER, false), SEARCH_OWN_WORKER);
	assert_int_equal(search_place_after(SEARCH_OWN_WORKER, true), SEARCH_MEMBERS);
	assert_int_equal(search_place_after(SEARCH_OWN_WORKER, false), SEARCH_MUNICIPALITY);
	assert_int_equal(search_place_after(SEARCH_MEMBERS, true), SEARCH_MUNICIPALITY);
	assert_int_equal(search_place_after(SEARCH_MUNICIPALITY, true), SEARCH_SAME_WORKER);
}

/* A step that goes on is ended by the same step, with the day on which it began. */
static void a_running_step_is_the_one_that_is_due(void **state)
{
	struct search_line lines[] = {
		{ .search = 20, .place = SEARCH_SAME_WORKER, .decision = 5, .outcome = "not_found" },
		{ .search = 20, .place = SEARCH_OWN_WORKER, .decision = 5, .outcome = "" },
		{ .search = 30, .place = SEARCH_SAME_WORKER, .decision = 6, .outcome = "found" },
	};
	const struct records all = { lines, COUNT(lines) };
	const struct search_line *last;
	struct search_step step = good_step();

	(void)state;
	assert_int_equal(search_due(&all, 5, 0, true, &last), SEARCH_OWN_WORKER);
	assert_ptr_equal(last, &lines[1]);
	assert_int_equal(search_due(&all, 6, 0, true, &last), SEARCH_SAME_WORKER); /* of a new search */
	assert_int_equal(search_due(&all, 7, 0, true, &last), SEARCH_SAME_WORKER);
	assert_null(last);
	step.situation.begun_on = date_of(2022, 6, 3);
	step.situation.earliest_on = (struct date){ 0 };
	assert_true(search_rules[4].holds(&step));
	step.started_on = date_of(2022, 6, 4);
	assert_false(search_rules[4].holds(&step));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(the_ladder_skips_members_where_there_are_none),
		cmocka_unit_test(a_running_step_is_the_one_that_is_due),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
