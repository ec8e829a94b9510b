/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/investigation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char *asked[] = { "who", "what", "how_long", "capacity" };

/* An investigation with two lines, as it should be where the network is asked first; the lines are shared by
 * the examples. */
static struct investigation good_investigation(struct investigation_line lines[static 2])
{
	lines[0] = (struct investigation_line){ "huishoudelijke-hulp", 150 };
	lines[1] = (struct investigation_line){ "dagbesteding", 2 };
	return (struct investigation){
		.report = 2,
		.concluded_on = date_of(2023, 5, 15),
		.lines = { lines, 2 },
		.network_helps = "partly",
		.helper_who = "de dochter",
		.helper_what = "de boodschappen",
		.helper_how_long = "elke zaterdag, tot de zomer",
		.helper_capacity = "dat lukt haar naast haar werk",
		.network_review_on = date_of(2023, 9, 1),
		.situation = { .today = date_of(2023, 5, 15),
		               .received_on = date_of(2023, 5, 1),
		               .is_known_report = true,
		               .is_known_product = true,
		               .evidence = { .items = asked, .count = COUNT(asked) } },
	};
}

static void of_unknown_report(struct investigation *investigation)
{
	investigation->situation.is_known_report = false;
}

static void for_the_second_time(struct investigation *investigation)
{
	investigation->situation.is_concluded = true;
}

static void before_the_report(struct investigation *investigation)
{
	investigation->concluded_on = date_of(2023, 4, 30);
}

static void concluded_tomorrow(struct investigation *investigation)
{
	investigation->concluded_on = date_of(2023, 5, 16);
}

static void within_the_seven_days(struct investigation *investigation)
{
	investigation->situation.plan_until = investigation->concluded_on; /* that day counts still */
}

static void without_a_word_of_the_plan(struct investigation *investigation)
{
	investigation->situation.has_plan = true;
}

static void with_unknown_product(struct investigation *investigation)
{
	investigation->situation.is_known_product = false;
}

static void without_amount(struct investigation *investigation)
{
	((struct investigation_line *)investigation->lines.items)[1].amount = 0;
}

static void with_doubled_product(struct investigation *investigation)
{
	((struct investigation_line *)investigation->lines.items)[1].product = "huishoudelijke-hulp";
}

static void without_answer_of_network(struct investigation *investigation)
{
	investigation->network_helps = "";
}

static void without_the_helper_asked(struct investigation *investigation)
{
	investigation->helper_capacity = "";
}

static void without_looking_again(struct investigation *investigation)
{
	investigation->network_review_on = (struct date){ 0 };
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct investigation *) = {
	of_unknown_report,     for_the_second_time,        before_the_report,        concluded_tomorrow,
	within_the_seven_days, without_a_word_of_the_plan, with_unknown_product,     without_amount,
	with_doubled_product,  without_answer_of_network,  without_the_helper_asked, without_looking_again,
};

static void test_a_good_investigation_breaks_nothing(void **state)
{
	struct investigation_line lines[2];
	struct investigation investigation = good_investigation(lines);

	(void)state;
	for (size_t i = 0; i < INVESTIGATION_RULES_COUNT; i++)
		assert_true(investigation_rules[i].holds(&investigation));
}

static void test_each_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(breaks), INVESTIGATION_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++) {
		struct investigation_line lines[2];
		struct investigation investigation = good_investigation(lines);

		breaks[i](&investigation);
		for (size_t n = 0; n < INVESTIGATION_RULES_COUNT; n++)
			assert_int_equal(investigation_rules[n].holds(&investigation), n != i);
	}
}

static void test_nothing_may_remain(void **state)
{
	struct investigation_line lines[2];
	struct investigation investigation = good_investigation(lines);

	(void)state;
	investigation.lines.count = 0; /* own strength, network and general provisions are enough */
	for (size_t i = 0; i < INVESTIGATION_RULES_COUNT; i++)
		assert_true(investigation_rules[i].holds(&investigation));
}

static void test_a_plan_that_is_there_or_will_not_come_ends_the_waiting(void **state)
{
	struct investigation_line lines[2];
	struct investigation investigation = good_investigation(lines);

	(void)state;
	within_the_seven_days(&investigation);
	investigation.situation.is_waived = true;
	for (size_t i = 0; i < INVESTIGATION_RULES_COUNT; i++)
		assert_true(investigation_rules[i].holds(&investigation));
	investigation.situation.is_waived = false;
	investigation.situation.has_plan = true;
	investigation.own_plan = "namen over wat u zelf doet.";
	for (size_t i = 0; i < INVESTIGATION_RULES_COUNT; i++)
		assert_true(investigation_rules[i].holds(&investigation));
}

static void test_no_network_needs_no_evidence(void **state)
{
	struct investigation_line lines[2];
	struct investigation investigation = good_investigation(lines);

	(void)state;
	investigation.network_helps = "no";
	investigation.helper_who = investigation.helper_what = NULL;
	investigation.network_review_on = (struct date){ 0 };
	for (size_t i = 0; i < INVESTIGATION_RULES_COUNT; i++)
		assert_true(investigation_rules[i].holds(&investigation));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_good_investigation_breaks_nothing),
		cmocka_unit_test(test_each_rule_has_its_example),
		cmocka_unit_test(test_nothing_may_remain),
		cmocka_unit_test(test_a_plan_that_is_there_or_will_not_come_ends_the_waiting),
		cmocka_unit_test(test_no_network_needs_no_evidence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
