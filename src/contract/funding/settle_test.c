/* SPDX-License-Identifier: EUPL-1.2 */
/* A year's end on paper: due, borne, divided and worth, all to the cent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/funding/settle.h"
#include "contract/funding/settlement.h"
#include "contract/funding/worth.h"
#include "contract/tariff/tariff_store.h"
#include "shows.h"

#define CENTS(euros_) ((euros_)*INT64_C(100))

/* --- settled --- */

static void a_budget_is_due_with_what_is_borne_beyond_the_band(void **state)
{
	const struct settle_band band = { 5, 50 };
	struct settle_sums sums = { .committed = CENTS(1000),
		                    .stated = CENTS(1100),
		                    .advances = CENTS(1000),
		                    .paid = CENTS(1000),
		                    .has_statement = true };
	const struct funding_form *form = funding_form_of("population_budget");
	struct settled settled = settle(form, &sums, &band);

	(void)state;
	/* 100 more than the budget: 50 within the band, of the other 50 half */
	assert_int_equal(settled.borne.result, CENTS(100));
	assert_int_equal(settled.borne.party, CENTS(75));
	assert_int_equal(settled.borne.municipality, CENTS(25));
	assert_int_equal(settled.due, CENTS(1025));
	assert_int_equal(settled.balance, CENTS(25));
	sums.stated = CENTS(900);
	settled = settle(form, &sums, &band);
	assert_int_equal(settled.due, CENTS(975));
	assert_int_equal(settled.balance, -CENTS(25));
	sums.has_statement = false;
	settled = settle(form, &sums, &band);
	assert_int_equal(settled.due, CENTS(1000));
	assert_int_equal(settled.borne.result, 0);
}

static void one_sum_is_one_sum(void **state)
{
	const struct settle_band none = { 0, 0 };
	const struct settle_sums sums = { .committed = CENTS(1000),
		                          .stated = CENTS(1400),
		                          .claimed = CENTS(77),
		                          .approved = CENTS(77),
		                          .has_statement = true };
	struct settled settled = settle(funding_form_of("lump_sum"), &sums, &none);

	(void)state;
	SHOWS("TOM-21", assert_int_equal(settled.due, CENTS(1000)));
	assert_int_equal(settled.borne.party, CENTS(400));
}

static void claims_are_due_as_far_as_approved_and_stated(void **state)
{
	static const struct {
		int64_t approved, stated, due, result;
		bool has_statement;
	} rows[] = {
		{ 500, 0, 500, 0, false },
		{ 500, 700, 500, 200, true },
		{ 500, 450, 450, 0, true },
	};
	const struct settle_band none = { 0, 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct settle_sums sums = { .approved = rows[i].approved,
			                          .stated = rows[i].stated,
			                          .paid = 480,
			                          .has_statement = rows[i].has_statement };
		struct settled settled = settle(funding_form_of("arrangement"), &sums, &none);

		assert_int_equal(settled.due, rows[i].due);
		assert_int_equal(settled.balance, rows[i].due - 480);
		assert_int_equal(settled.borne.result, rows[i].result);
		assert_int_equal(settled.borne.party, rows[i].result);
	}
}

static void areas_are_the_whole_also_below_zero(void **state)
{
	struct arena *arena = arena_new(1 << 16);
	const struct settled settled = { .due = 100, .balance = -100 };
	struct settle_area areas[] = { { "a", 1, 0, 0 }, { "b", 1, 0, 0 }, { "c", 1, 0, 0 } };
	struct settle_area nobody[] = { { "a", 0, 0, 0 }, { "b", 0, 0, 0 } };

	(void)state;
	settle_areas(&settled, areas, COUNT(areas), arena);
	assert_int_equal(areas[0].due, 34);
	assert_int_equal(areas[0].balance, -34);
	assert_int_equal(areas[0].due + areas[1].due + areas[2].due, 100);
	assert_int_equal(areas[0].balance + areas[1].balance + areas[2].balance, -100);
	settle_areas(&settled, nobody, COUNT(nobody), arena);
	assert_int_equal(nobody[0].due, 50);
	assert_int_equal(settle_last_day(2023).day, date_of(2024, 3, 31).day);
	arena_free(arena);
}

/* --- worth --- */

#define LINES 5

/* Hours at an index from 15 January 2024 on, and two steps by the month. */
static struct worth_prices prices_of(struct tariff_held ret_held[LINES], bool is_arrangement)
{
	const struct tariff_held held[LINES] = {
		{ .product = "hulp", .level = "licht", .unit = "hour", .cents = { 3000 } },
		{ .product = "hulp", .level = "zwaar", .unit = "hour", .cents = { 6000 } },
		{ .product = "hulp", .level = "licht", .unit = "hour", .cents = { 3300 } },
		{ .product = "rond", .level = "trede 1", .unit = "month", .cents = { 31000 } },
		{ .product = "rond", .level = "trede 2", .unit = "month", .cents = { 62000 } },
	};

	memcpy(ret_held, held, sizeof(held));
	for (size_t i = 0; i < LINES; i++) {
		ret_held[i].valid_from = date_of(2023, 1, 1);
		ret_held[i].valid_until = DATE_LAST;
	}
	ret_held[0].valid_until = ret_held[2].valid_from = date_of(2024, 1, 15);
	return (struct worth_prices){ { ret_held, LINES }, is_arrangement, PART_DAYS };
}

static struct worth_order order_of(const char *product)
{
	return (struct worth_order){ .product = product,
		                     .unit = "minute",
		                     .frequency = "week",
		                     .amount = 60,
		                     .from = date_of(2023, 1, 1),
		                     .until = date_of(2025, 1, 1) };
}

static void an_index_counts_from_its_day(void **state)
{
	struct tariff_held held[LINES];
	const struct worth_prices prices = prices_of(held, false);
	const struct worth_order order = order_of("hulp");
	int64_t unpriced = 0;

	(void)state;
	/* an hour a week: 14 days at 30.00 and 14 at 33.00 */
	assert_int_equal(
		worth_in_month(&prices, &order, date_of(2024, 1, 1), date_of(2024, 1, 29), &unpriced),
		2 * 3000 + 2 * 3300);
	/* three days of a week of 30.00: 12.857 */
	assert_int_equal(worth_in_month(&prices, &order, date_of(2024, 1, 1), date_of(2024, 1, 4), &unpriced),
	                 1286);
	assert_int_equal(unpriced, 0);
}

static void a_step_has_its_own_price_from_its_day(void **state)
{
	const struct worth_step steps[] = { { date_of(2023, 6, 11), "trede 2" } };
	struct tariff_held held[LINES];
	const struct worth_prices prices = prices_of(held, true);
	struct worth_order order = order_of("rond");
	int64_t unpriced = 0;

	(void)state;
	/* a whole month without a step: the lowest price */
	assert_int_equal(worth_in_month(&prices, &order, date_of(2023, 6, 1), date_of(2023, 7, 1), &unpriced),
	                 31000);
	order.steps = steps;
	order.steps_count = COUNT(steps);
	/* 10 of 30 days at 310, 20 of 30 at 620 */
	assert_int_equal(worth_in_month(&prices, &order, date_of(2023, 6, 1), date_of(2023, 7, 1), &unpriced),
	                 10333 + 41333);
	order.product = "onbekend";
	assert_int_equal(worth_in_month(&prices, &order, date_of(2023, 6, 1), date_of(2023, 7, 1), &unpriced),
	                 0);
	assert_int_equal(unpriced, 30);
}

static void what_is_granted_at_once_counts_on_its_first_day(void **state)
{
	struct tariff_held piece = { .product = "lift", .level = "", .unit = "piece", .cents = { 250000 } };
	struct worth_prices prices = { { &piece, 1 }, false, PART_DAYS };
	struct worth_order order = order_of("lift");
	int64_t unpriced = 0;

	(void)state;
	piece.valid_from = date_of(2023, 1, 1);
	piece.valid_until = DATE_LAST;
	order.unit = "piece";
	order.frequency = "total";
	order.amount = 1;
	assert_int_equal(worth_in_month(&prices, &order, date_of(2023, 1, 1), date_of(2023, 2, 1), &unpriced),
	                 250000);
	assert_int_equal(worth_in_month(&prices, &order, date_of(2023, 2, 1), date_of(2023, 3, 1), &unpriced),
	                 0);
}

/* --- rules that no demonstration breaks --- */

static void a_budget_form_needs_a_budget_and_a_step_its_tariff(void **state)
{
	struct settlement_made made = { .statement = 1, .situation = { .is_paid = true, .is_new = true } };
	struct step_stated stated = { .situation = { .is_order = true } };

	(void)state;
	for (size_t i = 0; i < SETTLEMENT_MADE_RULES_COUNT; i++)
		assert_int_equal(settlement_made_rules[i].holds(&made),
		                 strcmp(settlement_made_rules[i].code, "settlement-budget") != 0);
	for (size_t i = 0; i < STEP_STATED_RULES_COUNT; i++)
		assert_int_equal(step_stated_rules[i].holds(&stated),
		                 strcmp(step_stated_rules[i].code, "step-tariff") != 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_budget_is_due_with_what_is_borne_beyond_the_band),
		cmocka_unit_test(one_sum_is_one_sum),
		cmocka_unit_test(claims_are_due_as_far_as_approved_and_stated),
		cmocka_unit_test(areas_are_the_whole_also_below_zero),
		cmocka_unit_test(an_index_counts_from_its_day),
		cmocka_unit_test(a_step_has_its_own_price_from_its_day),
		cmocka_unit_test(what_is_granted_at_once_counts_on_its_first_day),
		cmocka_unit_test(a_budget_form_needs_a_budget_and_a_step_its_tariff),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
