/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/objection/hearing.h"
#include "practice/objection/objection.h"

/* An objection of 20 March 2023, to be decided on by 28 April, looked at on 24 April. */
static struct objection_situation running(void)
{
	return (struct objection_situation){ .today = date_of(2023, 4, 24),
		                             .received_on = date_of(2023, 3, 20),
		                             .due_on = date_of(2023, 4, 28),
		                             .is_known = true,
		                             .is_planned = true,
		                             .in_time = true };
}

/* Awb 6:9: posted by the last day, and received within a week that may run on past a holiday. */
static void test_in_time(void **state)
{
	static const struct {
		struct date until, posted_on, received_on;
		bool is_in_time;
	} known[] = {
		{ { 738596 }, { 0 }, { 738596 }, true },       /* on the last day */
		{ { 738596 }, { 0 }, { 738597 }, false },      /* a day later, by hand */
		{ { 738596 }, { 738596 }, { 738597 }, true },  /* posted on the last day */
		{ { 738596 }, { 738596 }, { 738603 }, true },  /* a week later */
		{ { 738596 }, { 738596 }, { 738604 }, false }, /* a day more */
		{ { 738596 }, { 738597 }, { 738598 }, false }, /* posted too late */
	};
	const struct calendar calendar = { 0 };
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct fault fault;

	(void)state;
	assert_int_equal(date_of(2023, 3, 17).day, 738596);
	for (size_t i = 0; i < COUNT(known); i++) {
		const struct objection_days days = { known[i].until, known[i].posted_on,
			                             known[i].received_on };
		bool is_in_time = !known[i].is_in_time;

		assert_int_equal(objection_is_in_time(&calendar, &days, arena, &is_in_time, &fault), OK);
		if (is_in_time != known[i].is_in_time)
			fail_msg("example %zu", i);
	}
	arena_free(arena);
}

/* The last day is Monday 3 April 2023: the week ends on Easter Monday, so on Tuesday 11 April. */
static void the_week_by_post_runs_on(void **state)
{
	const struct calendar calendar = { 0 };
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct objection_days days = { date_of(2023, 4, 3), date_of(2023, 4, 1), date_of(2023, 4, 11) };
	struct fault fault;
	bool is_in_time = false;

	(void)state;
	assert_int_equal(objection_is_in_time(&calendar, &days, arena, &is_in_time, &fault), OK);
	assert_true(is_in_time);
	days.received_on = date_of(2023, 4, 12);
	assert_int_equal(objection_is_in_time(&calendar, &days, arena, &is_in_time, &fault), OK);
	assert_false(is_in_time);
	arena_free(arena);
}

static void a_late_one_breaks_its_rule(void **state)
{
	struct objection objection = { .in_time = true };

	(void)state;
	assert_int_equal(COUNT(objection_rules), OBJECTION_RULES_COUNT);
	assert_true(objection_rules[0].holds(&objection));
	objection.in_time = false;
	assert_false(objection_rules[0].holds(&objection));
}

/* --- adjourned --- */

static struct objection_adjourned good_adjourned(void)
{
	return (struct objection_adjourned){ .objection = 9,
		                             .told_on = date_of(2023, 4, 20),
		                             .reason = "Er komt advies.",
		                             .situation = running() };
}

static void adjourns_what_ended(struct objection_adjourned *adjourned)
{
	adjourned->situation.has_ended = true;
}

static void adjourns_again(struct objection_adjourned *adjourned)
{
	adjourned->situation.is_adjourned = true;
}

static void adjourns_tomorrow(struct objection_adjourned *adjourned)
{
	adjourned->told_on = date_of(2023, 4, 25);
}

static void adjourns_too_late(struct objection_adjourned *adjourned)
{
	adjourned->situation.due_on = date_of(2023, 4, 19);
}

static void (*const adjourned_breaks[])(struct objection_adjourned *) = {
	adjourns_what_ended,
	adjourns_again,
	adjourns_tomorrow,
	adjourns_too_late,
};

static void each_adjourned_rule_has_its_example(void **state)
{
	struct objection_adjourned good = good_adjourned();

	(void)state;
	assert_int_equal(COUNT(adjourned_breaks), ADJOURNED_RULES_COUNT);
	for (size_t i = 0; i < ADJOURNED_RULES_COUNT; i++) {
		struct objection_adjourned adjourned = good_adjourned();

		assert_true(adjourned_rules[i].holds(&good));
		adjourned_breaks[i](&adjourned);
		for (size_t n = 0; n < ADJOURNED_RULES_COUNT; n++)
			if (adjourned_rules[n].holds(&adjourned) != (n != i))
				fail_msg("example %zu and rule %s", i, adjourned_rules[n].code);
	}
}

/* --- decided --- */

static struct objection_decided good_decided(void)
{
	struct objection_decided decided = { .objection = 9,
		                             .decided_on = date_of(2023, 4, 21),
		                             .outcome = "founded",
		                             .result = "changed",
		                             .reasons = "Wij rekenen het nu mee.",
		                             .decided_by = "J. Jurist",
		                             .situation = running() };

	decided.situation.is_heard = true;
	return decided;
}

static void decides_what_ended(struct objection_decided *decided)
{
	decided->situation.has_ended = true;
}

static void decides_tomorrow(struct objection_decided *decided)
{
	decided->decided_on = date_of(2023, 4, 25);
}

static void decides_without_hearing(struct objection_decided *decided)
{
	decided->situation.is_heard = false;
}

static void decides_a_late_one(struct objection_decided *decided)
{
	decided->situation.in_time = false;
}

static void decides_own_decision(struct objection_decided *decided)
{
	decided->situation.decides_own = true;
}

static void decides_without_result(struct objection_decided *decided)
{
	decided->result = "stays";
}

static void (*const decided_breaks[])(struct objection_decided *) = {
	decides_what_ended, decides_tomorrow,     decides_without_hearing,
	decides_a_late_one, decides_own_decision, decides_without_result,
};

static void each_decided_rule_has_its_example(void **state)
{
	struct objection_decided good = good_decided();

	(void)state;
	assert_int_equal(COUNT(decided_breaks), DECIDED_RULES_COUNT);
	for (size_t i = 0; i < DECIDED_RULES_COUNT; i++) {
		struct objection_decided decided = good_decided();

		assert_true(decided_rules[i].holds(&good));
		decided_breaks[i](&decided);
		for (size_t n = 0; n < DECIDED_RULES_COUNT; n++)
			if (decided_rules[n].holds(&decided) != (n != i))
				fail_msg("example %zu and rule %s", i, decided_rules[n].code);
	}
}

/* Awb 6:11: a late objection is inadmissible, or its delay is excused; then it is decided as any other. */
static void a_late_one_is_excused_or_inadmissible(void **state)
{
	struct objection_decided decided = good_decided();

	(void)state;
	decided.situation.in_time = false;
	decided.is_excused = true;
	assert_true(decided_rules[3].holds(&decided));
	decided.is_excused = false;
	decided.outcome = "inadmissible";
	decided.result = "stays";
	for (size_t n = 0; n < DECIDED_RULES_COUNT; n++)
		assert_true(decided_rules[n].holds(&decided));
	decided.result = "changed";
	assert_false(decided_rules[5].holds(&decided));
}

/* --- withdrawn --- */

static void each_withdrawn_rule_has_its_example(void **state)
{
	const struct objection_withdrawn good = {
		.objection = 9, .withdrawn_on = date_of(2023, 4, 21), .how = "letter", .situation = running()
	};
	struct objection_withdrawn breaks[] = { good, good };

	(void)state;
	breaks[0].situation.has_ended = true;
	breaks[1].withdrawn_on = date_of(2023, 4, 25);
	assert_int_equal(COUNT(breaks), WITHDRAWN_RULES_COUNT);
	for (size_t i = 0; i < WITHDRAWN_RULES_COUNT; i++)
		for (size_t n = 0; n < WITHDRAWN_RULES_COUNT; n++) {
			assert_true(withdrawn_rules[n].holds(&good));
			assert_int_equal(withdrawn_rules[n].holds(&breaks[i]), n != i);
		}
}

/* --- hearing --- */

static void each_planned_rule_has_its_example(void **state)
{
	const struct hearing_planned good = { .objection = 9,
		                              .told_on = date_of(2023, 4, 14),
		                              .hearing_on = date_of(2023, 4, 24),
		                              .at = "10.30 uur",
		                              .where = "Het gemeentehuis",
		                              .situation = running() };
	struct hearing_planned breaks[] = { good, good, good, good };

	(void)state;
	breaks[0].situation.is_heard = true;
	breaks[1].situation.today = date_of(2023, 4, 13);
	breaks[2].hearing_on = date_of(2023, 4, 23);
	breaks[3].at = "99:99";
	assert_int_equal(COUNT(breaks), PLANNED_RULES_COUNT);
	for (size_t i = 0; i < PLANNED_RULES_COUNT; i++)
		for (size_t n = 0; n < PLANNED_RULES_COUNT; n++) {
			assert_true(planned_rules[n].holds(&good));
			assert_int_equal(planned_rules[n].holds(&breaks[i]), n != i);
		}
	breaks[2].is_agreed = true;
	assert_true(planned_rules[2].holds(&breaks[2]));
	breaks[2].hearing_on = date_of(2023, 4, 13);
	assert_false(planned_rules[2].holds(&breaks[2]));
}

static void each_held_rule_has_its_example(void **state)
{
	const struct hearing_held good = { .objection = 9,
		                           .held_on = date_of(2023, 4, 24),
		                           .present = "de inwoner",
		                           .words = "Koken lukt niet.",
		                           .situation = running() };
	struct hearing_held breaks[] = { good, good, good };

	(void)state;
	breaks[0].situation.has_ended = true;
	breaks[1].situation.is_planned = false;
	breaks[2].held_on = date_of(2023, 4, 25);
	assert_int_equal(COUNT(breaks), HELD_RULES_COUNT);
	for (size_t i = 0; i < HELD_RULES_COUNT; i++)
		for (size_t n = 0; n < HELD_RULES_COUNT; n++) {
			assert_true(held_rules[n].holds(&good));
			assert_int_equal(held_rules[n].holds(&breaks[i]), n != i);
		}
}

static void each_waived_rule_has_its_example(void **state)
{
	const struct hearing_waived good = { .objection = 9,
		                             .waived_on = date_of(2023, 4, 24),
		                             .ground = "not_wanted",
		                             .reason = "Liever niet.",
		                             .situation = running() };
	struct hearing_waived breaks[] = { good, good };

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].waived_on = date_of(2023, 4, 25);
	assert_int_equal(COUNT(breaks), WAIVED_RULES_COUNT);
	for (size_t i = 0; i < WAIVED_RULES_COUNT; i++)
		for (size_t n = 0; n < WAIVED_RULES_COUNT; n++) {
			assert_true(waived_rules[n].holds(&good));
			assert_int_equal(waived_rules[n].holds(&breaks[i]), n != i);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_in_time),
		cmocka_unit_test(the_week_by_post_runs_on),
		cmocka_unit_test(a_late_one_breaks_its_rule),
		cmocka_unit_test(each_adjourned_rule_has_its_example),
		cmocka_unit_test(each_decided_rule_has_its_example),
		cmocka_unit_test(a_late_one_is_excused_or_inadmissible),
		cmocka_unit_test(each_withdrawn_rule_has_its_example),
		cmocka_unit_test(each_planned_rule_has_its_example),
		cmocka_unit_test(each_held_rule_has_its_example),
		cmocka_unit_test(each_waived_rule_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
