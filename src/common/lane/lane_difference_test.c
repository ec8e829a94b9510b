/* SPDX-License-Identifier: EUPL-1.2 */
/* Over random sets: at any product, area, age and day the answers differ just where a difference says so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/lane/lane_difference.h"

#define SETS 300
#define MAX_LANES 6
#define NAMES 4
#define DAYS 40
#define AGES 12

struct chance {
	uint64_t state;
};

static int below(struct chance *chance, int limit)
{
	chance->state = chance->state * 6364136223846793005u + 1442695040888963407u;
	return (int)((chance->state >> 33) % (uint64_t)limit);
}

static struct lane_names names_of(struct arena *arena, const char *kind, bool skips)
{
	struct lane_names names = { .items = ARENA_MANY(arena, NAMES, struct lane_name) };

	for (int i = 0; i < NAMES; i++)
		if (!skips || i != 1)
			names.items[names.count++] =
				(struct lane_name){ .name = arena_print(arena, "%s-%d", kind, i),
				                    .from = { 1 } };
	return names;
}

static struct lane_set random_set(struct chance *chance, struct arena *arena)
{
	struct lane_set set = { .products = names_of(arena, "product", below(chance, 4) == 0),
		                .areas = names_of(arena, "area", below(chance, 4) == 0),
		                .parties = names_of(arena, "party", below(chance, 4) == 0),
		                .lanes = ARENA_MANY(arena, MAX_LANES, struct lane),
		                .lanes_count = (size_t)below(chance, MAX_LANES + 1),
		                .offers = ARENA_MANY(arena, 2 * MAX_LANES, struct lane_offer) };

	if (below(chance, 3) == 0)
		set.areas.items[0].until = (struct date){ 1 + below(chance, DAYS) };
	for (size_t i = 0; i < set.lanes_count; i++) {
		struct lane *lane = &set.lanes[i];

		*lane = (struct lane){ .name = arena_print(arena, "lane-%zu", i),
			               .how = (enum lane_how)below(chance, 3),
			               .from = { 1 + below(chance, DAYS / 2) },
			               .from_age = (int16_t)below(chance, AGES / 2) };
		if (below(chance, 2) == 0)
			lane->until = (struct date){ lane->from.day + 1 + below(chance, DAYS / 2) };
		if (below(chance, 2) == 0)
			lane->until_age = (int16_t)(lane->from_age + 1 + below(chance, AGES / 2));
		for (int j = 0; j < 2; j++)
			set.offers[set.offers_count++] = (struct lane_offer){
				.product = (uint16_t)below(chance, (int)set.products.count),
				.area = (uint16_t)below(chance, (int)set.areas.count),
				.party = (uint16_t)below(chance, (int)set.parties.count),
				.under = LANE_NONE,
				.lane = (uint16_t)i,
				.instead_of = below(chance, 6) == 0 ? 0 : LANE_NONE,
			};
	}
	lane_set_index(&set, arena);
	return set;
}

/* The seats of a place on a day as one number, worked out in another way than the code does. */
static uint64_t seats_at(const struct lane_set *set, const struct lane_comparison *comparison,
                         uint16_t product, uint16_t area, int day, int age)
{
	uint64_t seats = 0;

	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];
		const struct lane *lane = &set->lanes[offer->lane];
		const struct lane_name *its = &set->areas.items[offer->area];
		uint16_t party = lane_names_find(&comparison->parties, set->parties.items[offer->party].name);

		if (lane_names_find(&comparison->products, set->products.items[offer->product].name) ==
		            product &&
		    lane_names_find(&comparison->areas, its->name) == area &&
		    offer->instead_of == LANE_NONE && day >= lane->from.day &&
		    (lane->until.day == 0 || day < lane->until.day) &&
		    (its->until.day == 0 || day < its->until.day) && age >= lane->from_age &&
		    (lane->until_age == 0 || age < lane->until_age))
			seats |= (uint64_t)1 << (party * 8 + lane->how);
	}
	return seats;
}

static uint64_t seats_of(const struct lane_side *side)
{
	uint64_t seats = 0;

	for (size_t i = 0; i < side->count; i++)
		seats |= (uint64_t)1 << (side->seats[i].party * 8 + side->seats[i].how);
	return seats;
}

static bool has(const uint16_t *list, size_t count, uint16_t index)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == index)
			return true;
	return false;
}

/* Exactly one difference covers a point where the sets differ, and says what both say there. */
static void check_point(const struct lane_set *sets, const struct lane_comparison *comparison,
                        uint16_t product, uint16_t area, int day, int age)
{
	uint64_t was = seats_at(&sets[0], comparison, product, area, day, age);
	uint64_t becomes = seats_at(&sets[1], comparison, product, area, day, age);
	int covered = 0;

	for (size_t i = 0; i < comparison->count; i++) {
		const struct lane_difference *difference = &comparison->items[i];

		if (!has(difference->products, difference->products_count, product) ||
		    !has(difference->areas, difference->areas_count, area) || age < difference->from_age ||
		    (difference->until_age != 0 && age >= difference->until_age) ||
		    !date_within((struct date){ day }, difference->from, difference->until))
			continue;
		if (was == 0 && becomes == 0)
			continue; /* after the last lane, where it has no end */
		covered++;
		assert_int_equal(seats_of(&difference->was), was);
		assert_int_equal(seats_of(&difference->becomes), becomes);
	}
	assert_int_equal(covered, was == becomes ? 0 : 1);
}

static void differences_cover_what_differs(void **state)
{
	struct chance chance = { 20230301 };

	(void)state;
	for (int round = 0; round < SETS; round++) {
		CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)16 * 1024 * 1024);
		const struct lane_set sets[] = { random_set(&chance, arena), random_set(&chance, arena) };
		struct lane_comparison comparison = lane_compare(&sets[0], &sets[1], arena);

		assert_int_equal(lane_compare(&sets[0], &sets[0], arena).count, 0);
		assert_false(comparison.is_cut);
		for (uint16_t product = 0; product < (uint16_t)comparison.products.count; product++)
			for (uint16_t area = 0; area < (uint16_t)comparison.areas.count; area++)
				for (int day = 1; day <= DAYS + 1; day++)
					for (int age = 0; age <= AGES; age += 2)
						check_point(sets, &comparison, product, area, day, age);
	}
}

/* A file that is made to keep a process busy ends in time, and says that it is not whole. */
static void too_much_is_cut(void **state)
{
	enum { LANES = 3000 };
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)512 * 1024 * 1024);
	struct lane_set sets[2] = { 0 };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct lane_set *set = &sets[i];

		*set = (struct lane_set){ .products = names_of(arena, "product", false),
			                  .areas = names_of(arena, "area", false),
			                  .parties = names_of(arena, "party", false),
			                  .lanes = ARENA_MANY(arena, LANES, struct lane),
			                  .lanes_count = LANES,
			                  .offers = ARENA_MANY(arena, LANES, struct lane_offer),
			                  .offers_count = LANES };
		for (uint16_t j = 0; j < (uint16_t)LANES; j++) {
			set->lanes[j] = (struct lane){ .name = "lane",
				                       .from = { 1 + j },
				                       .until = { 2 + j + i },
				                       .from_age = (int16_t)(j % 150) };
			set->offers[j] =
				(struct lane_offer){ .lane = j, .under = LANE_NONE, .instead_of = LANE_NONE };
		}
		lane_set_index(set, arena);
	}
	assert_true(lane_compare(&sets[0], &sets[1], arena).is_cut);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(differences_cover_what_differs),
		cmocka_unit_test(too_much_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
