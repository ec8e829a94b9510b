/* SPDX-License-Identifier: EUPL-1.2 */
/* The forms in which help is paid, reckoned on paper: whole cents, and nothing lost or made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "contract/funding/apportion.h"
#include "contract/funding/budget.h"
#include "contract/funding/forms.h"
#include "contract/funding/funding.h"
#include "contract/funding/year.h"
#include "contract/tender/fixture.h"
#include "shows.h"

#define CENTS(euros_) ((euros_)*INT64_C(100))
#define HEAD "area,band,people\n"

static const struct scheme *scheme_of(struct tender_test *test, const char *path)
{
	struct scheme *scheme = ARENA_NEW(test->arena, struct scheme);
	size_t length = 0;
	const char *bytes = tender_test_file(test, path, &length);

	assert_int_equal(scheme_read(bytes, length, scheme, &test->findings), OK);
	return scheme;
}

/* --- dividing --- */

static void the_cents_that_are_left_go_to_the_largest_rests(void **state)
{
	struct tender_test *test = *state;
	struct apportioned parts[4];

	/* 100 over 1, 1, 1: 33.33 each; of equal rests the first has the cent */
	apportion(100, (const int64_t[]){ 1, 1, 1 }, 3, test->arena, parts);
	assert_int_equal(parts[0].cents, 34);
	assert_int_equal(parts[1].cents, 33);
	assert_int_equal(parts[2].cents, 33);
	assert_true(parts[0].is_rounded_up && !parts[1].is_rounded_up);
	/* 10 over 15, 24, 61: 1.5, 2.4, 6.1: the half has it, though others are larger */
	apportion(10, (const int64_t[]){ 15, 24, 61 }, 3, test->arena, parts);
	assert_int_equal(parts[0].cents, 2);
	assert_int_equal(parts[1].cents, 2);
	assert_int_equal(parts[2].cents, 6);
	/* who weighs nothing gets nothing, and no cent that is left either */
	apportion(1, (const int64_t[]){ 0, 3, 3, 0 }, 4, test->arena, parts);
	assert_int_equal(parts[0].cents, 0);
	assert_int_equal(parts[1].cents, 1);
	assert_int_equal(parts[2].cents + parts[3].cents, 0);
}

static void large_numbers_are_exact(void **state)
{
	struct tender_test *test = *state;
	struct apportioned parts[2];
	int64_t rest = 0;

	/* (10^17 + 3) x (10^17 + 1) / (10^17 + 2) = 10^17 + 2 - 1 / (10^17 + 2), on paper */
	assert_int_equal(apportion_share(100000000000000003, 100000000000000001, 100000000000000002, &rest),
	                 100000000000000001);
	assert_int_equal(rest, 100000000000000001);
	apportion(APPORTION_TOTAL_MAX, (const int64_t[]){ APPORTION_WEIGHTS_MAX - 1, 1 }, 2, test->arena,
	          parts);
	assert_int_equal(parts[0].cents, APPORTION_TOTAL_MAX - 1);
	assert_int_equal(parts[1].cents, 1);
}

/* --- the two forms that pay what was done --- */

static void price_times_quantity_stops_at_what_was_granted(void **state)
{
	/* 90 minutes at 32,40 an hour is 48,60; 125 of 120 granted at 30,01 is 60,02 */
	const struct delivered lines[] = { { { 3240 }, 60, 90, 120 }, { { 3001 }, 60, 125, 120 } };
	/* 1 minute at 0,30 an hour is half a cent, which is up */
	const struct delivered half = { { 30 }, 60, 1, 1 };
	int64_t beyond = 0;

	(void)state;
	assert_int_equal(funding_price_quantity(lines, 2, &beyond), 4860 + 6002);
	assert_int_equal(beyond, 5);
	assert_int_equal(funding_price_quantity(&half, 1, &beyond), 1);
}

static void an_arrangement_counts_the_month_that_was_not_full(void **state)
{
	/* from 16 April (15 of 30 days) to 1 June at 300,00; then to 11 June (10 of 30) at 450,00 */
	const struct stretch steps[] = {
		{ date_of(2023, 4, 16), date_of(2023, 6, 1), { 30000 } },
		{ date_of(2023, 6, 1), date_of(2023, 6, 11), { 45000 } },
	};
	/* a step up on 15 May: 14 days of 31 at 310,00 and 17 at 620,00 */
	const struct stretch up[] = {
		{ date_of(2023, 5, 1), date_of(2023, 5, 15), { 31000 } },
		{ date_of(2023, 5, 15), date_of(2023, 6, 1), { 62000 } },
	};

	(void)state;
	SHOWS("ZWO-23", assert_int_equal(funding_arrangement(steps, 2, PART_DAYS), 15000 + 30000 + 15000));
	assert_int_equal(funding_arrangement(steps, 2, PART_HALF), 15000 + 30000 + 22500);
	assert_int_equal(funding_arrangement(steps, 2, PART_WHOLE), 30000 + 30000 + 45000);
	assert_int_equal(funding_arrangement(up, 2, PART_DAYS), 14000 + 34000);
	assert_int_equal(funding_arrangement(up, 2, PART_WHOLE), 31000);
	assert_int_equal(funding_arrangement(up, 0, PART_DAYS), 0);
	assert_int_equal(funding_part_period("half"), PART_HALF);
}

/* --- the year --- */

static void twelve_advances_are_the_budget(void **state)
{
	struct tender_test *test = *state;
	int64_t months[YEAR_MONTHS] = { 0 }, sum = 0;

	year_advances(1000, 1, test->arena, months); /* 83.33 a month: four months have a cent more */
	for (int i = 0; i < YEAR_MONTHS; i++) {
		assert_int_equal(months[i], i < 4 ? 84 : 83);
		sum += months[i];
	}
	assert_int_equal(sum, 1000);
	year_advances(1000, 3, test->arena, months); /* from March on: ten months */
	assert_int_equal(months[0] + months[1], 0);
	assert_int_equal(months[2], 100);
	assert_int_equal(months[11], 100);
}

static void a_ceiling_says_how_far_it_is(void **state)
{
	(void)state;
	assert_int_equal(ceiling_reached(4999, 10000), 0);
	assert_int_equal(ceiling_reached(5000, 10000), 50);
	assert_int_equal(ceiling_reached(8999, 10000), 75);
	assert_int_equal(ceiling_reached(9000, 10000), 90);
	assert_int_equal(ceiling_reached(9999, 10000), 90);
	assert_int_equal(ceiling_reached(15000, 10000), 100);
}

static void a_result_is_borne_together_beyond_the_band(void **state)
{
	struct borne borne;

	(void)state;
	borne = year_borne(10000, 10500, 5, 50);
	assert_int_equal(borne.municipality, 0);
	assert_int_equal(borne.party, 500);
	borne = year_borne(10000, 11003, 5, 50); /* 503 beyond the band, half of it */
	assert_int_equal(borne.municipality, 251);
	assert_int_equal(borne.party, 752);
	borne = year_borne(10000, 9000, 5, 50); /* a surplus is shared as a loss is */
	assert_int_equal(borne.municipality, -250);
	assert_int_equal(borne.party, -750);
}

/* --- the yearly run --- */

static struct budget run(struct tender_test *test, const struct budget_question *question)
{
	struct budget budget = { 0 };

	assert_int_equal(budget_run(question, &test->findings, &budget), OK);
	return budget;
}

static int64_t sum_of(const struct budget *budget)
{
	int64_t sum = 0;

	for (size_t i = 0; i < budget->parts_count; i++)
		sum += budget->parts[i].cents;
	return sum;
}

static void a_budget_by_population_is_the_whole(void **state)
{
	struct tender_test *test = *state;
	const struct scheme *scheme = scheme_of(test, "schemes/lelystad.yaml");
	const struct budget_question question = { .scheme = scheme, .year = 2024, .total = 1234567 };
	struct budget budget = run(test, &question);
	int64_t share;

	SHOWS("LEL-5 LEL-14", assert_int_equal(sum_of(&budget), 1234567));
	assert_int_equal(budget.parts_count, 10);
	/* W of the first area: 9839 + 2120 x 3 + 1115 x 12 + 300 x 25 = 37079, of 147415 in all */
	share = 1234567 * INT64_C(34) * 37079 / (100 * INT64_C(147415));
	SHOWS("LEL-10 LEL-11 LEL-13", assert_in_range(budget.parts[0].cents, share, share + 1));
	assert_int_equal(budget.parts[0].area_weight, 3707900);
	assert_true(budget.parts[0].because.count >= 4);
}

static void damping_moves_no_cent_out(void **state)
{
	struct tender_test *test = *state;
	const struct scheme *scheme = scheme_of(test, "schemes/lelystad.yaml");
	struct budget_question question = { .scheme = scheme, .year = 2024, .total = CENTS(1000000) };
	struct budget plain = run(test, &question), damped;
	struct budget_before before[5];

	/* the first had half of what it would get now; the others had what they would get */
	for (size_t i = 0; i < 5; i++)
		before[i] = (struct budget_before){ plain.parties[i].party, { plain.parties[i].cents } };
	before[0].cents.cents /= 2;
	question.before = (struct records){ before, 5 };
	damped = run(test, &question);
	assert_true(damped.is_damped && damped.parties[0].is_held_back && !damped.parties[1].is_held_back);
	assert_int_equal(sum_of(&damped), CENTS(1000000));
	/* 1.1 of the half, which with the others is fitted to the whole again: more, but far below the plain
	 */
	assert_true(damped.parties[0].cents > before[0].cents.cents * 11 / 10);
	assert_true(damped.parties[0].cents < plain.parties[0].cents);
	for (size_t i = 1; i < 5; i++)
		assert_true(damped.parties[i].cents > plain.parties[i].cents);
}

static void a_lump_sum_is_split_by_municipality_for_one_party(void **state)
{
	struct tender_test *test = *state;
	const struct scheme *scheme = scheme_of(test, "schemes/tom-in-de-buurt.yaml");
	const struct budget_question question = { .scheme = scheme, .year = 2021, .total = CENTS(100) };
	struct budget budget = run(test, &question);

	/* how the six partners divide it stands in no file that everybody reads */
	assert_int_equal(budget.parts_count, 3);
	SHOWS("TOM-21 TOM-24", assert_int_equal(sum_of(&budget), CENTS(100)));
	assert_int_equal(budget.parts[0].cents, CENTS(65));
	assert_string_equal(budget.parts[0].party, "tom-in-de-buurt");
	assert_string_equal(budget.place.agreement->name, "opdracht-2015");
}

static void a_budget_asks_for_a_year_and_a_form(void **state)
{
	struct tender_test *test = *state;
	const struct {
		const char *path, *code;
		int year;
	} rows[] = { { "schemes/lelystad.yaml", "budget-year", 2014 },
		     { "schemes/westerkwartier.yaml", "budget-year", 2022 },
		     { "schemes/alphen.yaml", "budget-form", 2024 },
		     { "schemes/zwolle.yaml", "budget-form", 2019 } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct budget_question question = { .scheme = scheme_of(test, rows[i].path),
			                                  .year = rows[i].year,
			                                  .total = 1 };
		struct budget budget;

		test->findings.count = 0;
		assert_int_equal(budget_run(&question, &test->findings, &budget), FINDINGS);
		assert_string_equal(test->findings.items[0].code, rows[i].code);
		assert_true(test->findings.items[0].line > 1);
	}
}

static void a_total_is_written_in_one_way(void **state)
{
	struct tender_test *test = *state;
	static const char *const wrong[] = { "12.345",        "12.345,00", "",         "-1", "+1",
		                             "1e6",           "1,",        ",5",       "0",  "0,00",
		                             "1234567890123", "1 000",     "1.234.567" };
	int64_t cents = 0;

	assert_true(budget_total_read("1250000,50", &cents, &test->findings));
	assert_int_equal(cents, 125000050);
	assert_true(budget_total_read("7.5", &cents, &test->findings));
	assert_int_equal(cents, 750);
	assert_true(budget_total_read("999999999999.99", &cents, &test->findings));
	assert_int_equal(cents, 99999999999999);
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (budget_total_read(wrong[i], &cents, &test->findings))
			fail_msg("\"%s\" was read", wrong[i]);
	assert_int_equal(test->findings.count, COUNT(wrong));
}

/* --- who lives where --- */

static const char *whole_file(struct tender_test *test, const char *separator)
{
	const struct scheme *scheme = scheme_of(test, "schemes/template.yaml");
	const struct scheme_area *area = scheme->areas.items;
	const char *text = arena_print(test->arena, "area%sband%speople\r\n", separator, separator);

	for (size_t i = 0; i < 2; i++)
		text = arena_print(test->arena, "%s%s%s18-64%s100\r\n%s%s65+%s10\r\n", text, area[i].name,
		                   separator, separator, area[i].name, separator, separator);
	return text;
}

static void marks_and_semicolons_are_no_mistake(void **state)
{
	struct tender_test *test = *state;
	const struct scheme *scheme = scheme_of(test, "schemes/template.yaml");
	const char *text = arena_print(test->arena, "\xEF\xBB\xBF%s", whole_file(test, ";"));
	struct population population =
		population_read(text, strlen(text), scheme, date_of(2024, 1, 1), &test->findings);

	assert_int_equal(test->findings.count, 0);
	assert_int_equal(population.rows.count, 4);
	assert_int_equal(population_people(&population, "Haven", "65+"), 10);
	assert_int_equal(population_people(&population, "Kade", "65+"), -1); /* is not there yet */
}

static void each_mistake_has_its_line(void **state)
{
	static const struct {
		const char *text, *code;
		int line;
	} rows[] = {
		{ "", "table-empty", 1 },
		{ "area,people\nNoord,1\n", "table-column", 1 },
		{ HEAD "Oost,18-64,1\n", "population-area", 2 },
		{ HEAD "Kade,18-64,1\n", "population-area", 2 },
		{ HEAD "Noord,12-17,1\n", "population-band", 2 },
		{ HEAD "Noord,18-64,1\nNoord,18-64,1\n", "population-doubled", 3 },
		{ HEAD "Noord,18-64,-1\n", "population-people", 2 },
		{ HEAD "Noord,18-64,1.5\n", "population-people", 2 },
		{ HEAD "Noord,18-64,12.345\n", "population-people", 2 },
		{ HEAD "Noord,18-64,10000001\n", "population-people", 2 },
		{ HEAD "Noord,18-64,\n", "table-value", 2 },
		{ HEAD "Noord,18-64,1\n", "population-missing", 2 },
	};
	struct tender_test *test = *state;
	const struct scheme *scheme = scheme_of(test, "schemes/template.yaml");

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct population population;

		test->findings.count = 0;
		population = population_read(rows[i].text, strlen(rows[i].text), scheme, date_of(2024, 1, 1),
		                             &test->findings);
		assert_int_equal(population.rows.count, 0);
		assert_string_equal(test->findings.items[0].code, rows[i].code);
		assert_int_equal(test->findings.items[0].line, rows[i].line);
	}
}

/* No role with the permission to sign is of no corner; one that may come is refused. */
static void only_a_corner_signs(void **state)
{
	struct budget_run_signed signature = { .situation = {
						       .is_open = true, .is_free = true, .is_new = true } };

	(void)state;
	for (size_t i = 0; i < BUDGET_SIGNED_RULES_COUNT; i++) {
		bool is_it = strcmp(budget_signed_rules[i].code, "budget-signed-corner") == 0;

		assert_int_equal(budget_signed_rules[i].holds(&signature), !is_it);
		signature.situation.is_corner = true;
		assert_true(budget_signed_rules[i].holds(&signature));
		signature.situation.is_corner = false;
	}
}

#define TEST(name_) cmocka_unit_test_setup_teardown(name_, tender_test_begin, tender_test_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_a_corner_signs),
		TEST(the_cents_that_are_left_go_to_the_largest_rests),
		TEST(large_numbers_are_exact),
		TEST(price_times_quantity_stops_at_what_was_granted),
		TEST(an_arrangement_counts_the_month_that_was_not_full),
		TEST(twelve_advances_are_the_budget),
		TEST(a_ceiling_says_how_far_it_is),
		TEST(a_result_is_borne_together_beyond_the_band),
		TEST(a_budget_by_population_is_the_whole),
		TEST(damping_moves_no_cent_out),
		TEST(a_lump_sum_is_split_by_municipality_for_one_party),
		TEST(a_budget_asks_for_a_year_and_a_form),
		TEST(a_total_is_written_in_one_way),
		TEST(marks_and_semicolons_are_no_mistake),
		TEST(each_mistake_has_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
