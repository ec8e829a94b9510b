/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A report by somebody new, as it should be. */
static struct report good_report(void)
{
	return (struct report){
		.who = { .surname = "Voorbeeld",
		         .born = date_of(1940, 5, 1),
		         .postcode = "9801 AB",
		         .house_number = 12 },
		.asked = "Het huishouden lukt niet meer.",
		.channel = "phone",
		.received_on = date_of(2023, 5, 15),
		.area = "Zuidhorn",
		.team = "team-zuidhorn",
		.owner = "gemeente",
		.contact = "werker",
		.situation = { .today = date_of(2023, 5, 15),
		               .is_new_person = true,
		               .is_known_theme = true,
		               .is_open = true },
	};
}

static void without_name(struct report *report)
{
	report->who.surname = "";
}

static void of_unknown_person(struct report *report)
{
	report->person = 12;
	report->situation.is_new_person = false;
}

static void born_tomorrow(struct report *report)
{
	report->who.born = date_of(2023, 5, 16);
}

static void born_too_long_ago(struct report *report)
{
	report->who.born = date_of(1902, 5, 14);
}

static void with_impossible_bsn(struct report *report)
{
	report->who.bsn = "123456789";
}

static void on_two_lines(struct report *report)
{
	report->who.street = "Dorpsstraat\nachter";
}

static void with_odd_postcode(struct report *report)
{
	report->who.postcode = "98O1 AB";
}

static void from_elsewhere(struct report *report)
{
	report->area = NULL;
}

static void without_contact(struct report *report)
{
	report->contact = NULL;
}

static void received_tomorrow(struct report *report)
{
	report->received_on = date_of(2023, 5, 16);
}

static void with_unknown_theme(struct report *report)
{
	report->situation.is_known_theme = false;
}

static void for_a_partner(struct report *report)
{
	report->situation.is_for_partner = true;
}

static void of_a_question_that_ended(struct report *report)
{
	report->situation.is_open = false;
}

static void received_after_it_was_asked(struct report *report)
{
	report->situation.asked_on = date_add_days(report->received_on, -1);
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct report *) = {
	without_name,
	of_unknown_person,
	born_tomorrow,
	born_too_long_ago,
	with_impossible_bsn,
	on_two_lines,
	with_odd_postcode,
	from_elsewhere,
	without_contact,
	received_tomorrow,
	with_unknown_theme,
	for_a_partner,
	of_a_question_that_ended,
	received_after_it_was_asked,
};

static void test_a_good_report_breaks_nothing(void **state)
{
	struct report report = good_report();

	(void)state;
	for (size_t i = 0; i < REPORT_RULES_COUNT; i++)
		assert_true(report_rules[i].holds(&report));
}

static void test_each_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(breaks), REPORT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++) {
		struct report report = good_report();

		breaks[i](&report);
		for (size_t n = 0; n < REPORT_RULES_COUNT; n++)
			assert_int_equal(report_rules[n].holds(&report), n != i);
	}
}

static void test_a_person_of_120_may_report(void **state)
{
	struct report report = good_report();

	(void)state;
	report.who.born = date_of(1902, 5, 16); /* turns 121 tomorrow */
	for (size_t i = 0; i < REPORT_RULES_COUNT; i++)
		assert_true(report_rules[i].holds(&report));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_good_report_breaks_nothing),
		cmocka_unit_test(test_each_rule_has_its_example),
		cmocka_unit_test(test_a_person_of_120_may_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
