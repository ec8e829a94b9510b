/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/erasure/erasure.h"

static void test_kept_for_years_and_then_no_day_longer(void **state)
{
	const struct keeping_term term = { "provision", 15, "" };

	(void)state;
	assert_int_equal(erasure_kept_until(date_of(2010, 6, 30), &term).day, date_of(2025, 7, 1).day);
}

static void test_terms_of_the_file(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024);
	struct keeping_term term = { 0 };
	struct fault fault = { 0 };

	(void)state;
	assert_int_equal(erasure_term("provision", date_of(2023, 5, 15), arena, &term, &fault), OK);
	assert_int_equal(term.years, 15);
	assert_int_equal(erasure_term("report", date_of(2023, 5, 15), arena, &term, &fault), OK);
	assert_int_equal(term.years, 5);
	assert_int_equal(erasure_term("provision", date_of(2014, 12, 31), arena, &term, &fault), NOT_FOUND);
	assert_int_equal(erasure_term("soup", date_of(2023, 5, 15), arena, &term, &fault), NOT_FOUND);
}

/* What was granted and runs is reason enough to keep, whatever was asked. */
static void test_what_runs_is_kept(void **state)
{
	struct person_erased erased = { .ground = "request",
		                        .situation = { .is_known_person = true, .is_asked = true } };

	(void)state;
	assert_int_equal(COUNT(person_erased_rules), PERSON_ERASED_RULES_COUNT);
	for (size_t i = 0; i < PERSON_ERASED_RULES_COUNT; i++)
		assert_true(person_erased_rules[i].holds(&erased));
	erased.situation.is_running = true;
	assert_string_equal(person_erased_rules[1].code, "erased-running");
	assert_false(person_erased_rules[1].holds(&erased));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept_for_years_and_then_no_day_longer),
		cmocka_unit_test(test_terms_of_the_file),
		cmocka_unit_test(test_what_runs_is_kept),
	};

	return cmocka_run_group_tests_name("erasure", tests, NULL, NULL);
}
