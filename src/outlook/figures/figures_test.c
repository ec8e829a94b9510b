/* SPDX-License-Identifier: EUPL-1.2 */
/* No small cell can be found from what is shown: whatever it holds, the table looks the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "outlook/figures/figures.h"

#define SIDE 2
#define CELLS (SIDE * SIDE)
#define ALL ((SIDE + 1) * (SIDE + 1))
#define MOST 7

static struct figures_table table_of(const int64_t cells[static CELLS], struct arena *arena)
{
	struct figures_table table = figures_table(SIDE, SIDE, arena);

	for (size_t i = 0; i < CELLS; i++)
		figures_add(&table, i / SIDE, i % SIDE, cells[i]);
	figures_hide(&table);
	return table;
}

static bool look_equal(const struct figures_table *one, const struct figures_table *other)
{
	for (size_t i = 0; i < ALL; i++)
		if (one->shown[i] != other->shown[i] ||
		    (one->shown[i] != FIGURE_SMALL && one->counts[i] != other->counts[i]))
			return false;
	return true;
}

static void next_cells(int64_t cells[static CELLS])
{
	for (size_t i = 0; i < CELLS && ++cells[i] > MOST; i++)
		cells[i] = 0;
}

static void test_a_table_looks_the_same_whatever_its_small_cells_hold(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	int64_t cells[CELLS] = { 0 };
	size_t tried = 0;

	(void)state;
	for (; tried < (MOST + 1) * (MOST + 1) * (MOST + 1) * (MOST + 1); tried++, next_cells(cells)) {
		struct figures_table table;

		arena_clear(arena);
		table = table_of(cells, arena);
		for (size_t i = 0; i < CELLS; i++)
			for (int64_t other = 0; cells[i] < FIGURES_LEAST && other < FIGURES_LEAST; other++) {
				int64_t others[CELLS];
				struct figures_table changed;

				memcpy(others, cells, sizeof(others));
				others[i] = other;
				changed = table_of(others, arena);
				assert_true(look_equal(&table, &changed));
			}
	}
	assert_int_equal(tried, 4096);
}

static void test_small_cells_are_hidden_and_totals_say_at_least(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	const int64_t cells[CELLS] = { 3, 20, 40, 60 };
	const struct figures_table table = table_of(cells, arena);

	(void)state;
	assert_int_equal(table.shown[figures_at(&table, 0, 0)], FIGURE_SMALL);
	assert_int_equal(table.shown[figures_at(&table, 0, 1)], FIGURE_SHOWN);
	assert_int_equal(table.shown[figures_at(&table, 0, SIDE)], FIGURE_AT_LEAST);
	assert_int_equal(table.counts[figures_at(&table, 0, SIDE)], 20);
	assert_int_equal(table.shown[figures_at(&table, 1, SIDE)], FIGURE_SHOWN);
	assert_int_equal(table.counts[figures_at(&table, 1, SIDE)], 100);
	assert_int_equal(table.shown[figures_at(&table, SIDE, SIDE)], FIGURE_AT_LEAST);
	assert_int_equal(table.counts[figures_at(&table, SIDE, SIDE)], 120);
}

static void test_what_is_large_is_shown(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	const int64_t cells[CELLS] = { 5, 20, 7, 60 };
	const struct figures_table table = table_of(cells, arena);

	(void)state;
	for (size_t i = 0; i < ALL; i++)
		assert_int_equal(table.shown[i], FIGURE_SHOWN);
	assert_int_equal(table.counts[figures_at(&table, SIDE, SIDE)], 92);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_table_looks_the_same_whatever_its_small_cells_hold),
		cmocka_unit_test(test_small_cells_are_hidden_and_totals_say_at_least),
		cmocka_unit_test(test_what_is_large_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
