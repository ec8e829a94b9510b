/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/appreciation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define TODAY date_of(2023, 5, 15)

static const char rules[] = "authority;from;form;cents;source\n"
			    "*;2015-01-01;attention;0;law\n"
			    "Voorbeeldstad;2020-01-01;voucher;5000;council\n"
			    "*;2021-01-01;outing;0;law\n"
			    "Voorbeeldstad;2024-01-01;money;10000;council\n";

static struct appreciation_rule rule_of(const char *authority, struct date on, struct arena *arena)
{
	struct appreciation_rule rule = { 0 };
	struct fault fault = { 0 };
	struct sheet sheet = sheet_open(rules, strlen(rules));
	const struct appreciation_place place = { authority, on };

	assert_int_equal(appreciation_rule_of(&sheet, &place, arena, &rule, &fault), OK);
	return rule;
}

static void the_municipality_says_what_it_gives(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(64 * 1024);

	(void)state;
	assert_string_equal(rule_of("Voorbeeldstad", TODAY, arena).form, "voucher");
	assert_int_equal(rule_of("Voorbeeldstad", TODAY, arena).amount.cents, 5000);
	assert_string_equal(rule_of("Voorbeeldstad", date_of(2024, 1, 1), arena).form, "money");
	assert_string_equal(rule_of("Voorbeeldstad", date_of(2019, 1, 1), arena).form, "attention");
	assert_string_equal(rule_of("Elders", TODAY, arena).form, "outing");
	assert_int_equal(rule_of("Elders", TODAY, arena).amount.cents, 0);
	assert_null(rule_of("Elders", date_of(2014, 12, 31), arena).form);
}

static void what_cannot_be_read_is_said(void **state)
{
	static const char bad[] = "authority;from;form;cents;source\n*;soon;attention;0;law\n";
	CLEANUP(arena_freep) struct arena *arena = arena_new(64 * 1024);
	struct appreciation_rule rule = { 0 };
	struct fault fault = { 0 };
	struct sheet sheet = sheet_open(bad, strlen(bad));
	const struct appreciation_place place = { "", TODAY };

	(void)state;
	assert_int_equal(appreciation_rule_of(&sheet, &place, arena, &rule, &fault), FAILED);
}

static void each_rule_has_its_example(void **state)
{
	const struct appreciation good = {
		.year = 2023,
		.asked_on = TODAY,
		.situation = { .today = TODAY, .is_client = true, .has_carer = true },
	};
	struct appreciation breaks[] = { good, good, good, good }, near = good, future = good;

	(void)state;
	breaks[0].situation.is_client = false;
	breaks[1].situation.has_carer = false;
	breaks[2].year = 2021;
	breaks[3].situation.has_this_year = true;
	assert_int_equal(COUNT(breaks), APPRECIATION_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < APPRECIATION_RULES_COUNT; n++) {
			assert_true(appreciation_rules[n].holds(&good));
			assert_int_equal(appreciation_rules[n].holds(&breaks[i]), n != i);
		}
	near.year = 2022;
	assert_true(appreciation_rules[2].holds(&near));
	future.asked_on = date_of(2023, 5, 16);
	assert_false(appreciation_rules[2].holds(&future));
}

static void each_rule_of_giving_has_its_example(void **state)
{
	const struct appreciation_given good = { .given_on = TODAY, .today = TODAY, .state = "granted" };
	struct appreciation_given breaks[] = { good, good };

	(void)state;
	breaks[0].state = "given";
	breaks[1].given_on = date_of(2023, 5, 16);
	assert_int_equal(COUNT(breaks), APPRECIATION_GIVEN_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < APPRECIATION_GIVEN_RULES_COUNT; n++) {
			assert_true(appreciation_given_rules[n].holds(&good));
			assert_int_equal(appreciation_given_rules[n].holds(&breaks[i]), n != i);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_municipality_says_what_it_gives),
		cmocka_unit_test(what_cannot_be_read_is_said),
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(each_rule_of_giving_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
