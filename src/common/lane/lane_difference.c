/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/lane/lane_difference.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define NO_END INT32_MAX /* of days and of ages */

/* No scheme of people comes near this; a file that is made to keep a process busy would. */
#define MOST_WORK ((size_t)200 * 1000 * 1000)
#define SEAT_WORK 100         /* what keeping a seat counts for */
#define DIFFERENCE_WORK 20000 /* and a difference */

enum { BEFORE, AFTER, VERSIONS };

/* What a place is being compared with. */
struct comparing {
	const struct lane_set *sets[VERSIONS];
	uint16_t *party[VERSIONS]; /* of a set's party its index in the comparison */
	struct lane_comparison result;
	struct lane_difference *found; /* each in one product and one area */
	size_t found_count, found_size;
	struct lane_side sides[VERSIONS], last; /* room to work in */
	size_t work;                            /* seats looked at so far */
	struct arena *arena;
};

/* One product in one area, as each set has it. */
struct place {
	uint16_t product, area; /* in the comparison */
	struct lane_place offers[VERSIONS];
	struct lane_name areas[VERSIONS]; /* when the area exists */
	int32_t *days, *ages;             /* where something may begin or end, ascending */
	size_t days_count, ages_count;
};

/* --- names of both --- */

/* Two sorted lists as one; of a name in both the label of the second. */
static struct lane_names joined(const struct lane_names *one, const struct lane_names *other,
                                struct arena *arena)
{
	struct lane_names all = { .items = ARENA_MANY(arena, one->count + other->count, struct lane_name) };
	size_t i = 0, j = 0;

	while (i < one->count || j < other->count) {
		int order = 0;

		if (i == one->count || j == other->count)
			order = i == one->count ? 1 : -1;
		else
			order = strcmp(one->items[i].name, other->items[j].name);
		all.items[all.count++] = order < 0 ? one->items[i] : other->items[j];
		i += order <= 0;
		j += order >= 0;
	}
	return all;
}

static uint16_t *indices(const struct lane_names *names, const struct lane_names *all, struct arena *arena)
{
	uint16_t *index = ARENA_MANY(arena, names->count, uint16_t);

	for (size_t i = 0; i < names->count; i++)
		index[i] = lane_names_find(all, names->items[i].name);
	return index;
}

/* --- sides --- */

static int compare_seats(const void *a, const void *b)
{
	const struct lane_seat *one = a, *other = b;
	const int differences[] = { (int)one->how - (int)other->how, one->under - other->under,
		                    one->served_before.day - other->served_before.day,
		                    one->party - other->party };

	for (size_t i = 0; i < COUNT(differences); i++)
		if (differences[i] != 0)
			return differences[i];
	return 0;
}

bool lane_sides_equal(const struct lane_side *one, const struct lane_side *other)
{
	if (one->count != other->count)
		return false;
	for (size_t i = 0; i < one->count; i++)
		if (compare_seats(&one->seats[i], &other->seats[i]) != 0)
			return false;
	return true;
}

bool lane_side_has(const struct lane_side *side, uint16_t party)
{
	for (size_t i = 0; i < side->count; i++)
		if (side->seats[i].party == party || side->seats[i].under == party)
			return true;
	return false;
}

static struct lane_side copied(struct comparing *comparing, const struct lane_side *side)
{
	struct lane_side copy = { .seats = ARENA_MANY(comparing->arena, side->count, struct lane_seat),
		                  .count = side->count };

	comparing->work += side->count * SEAT_WORK;
	if (side->count > 0)
		memcpy(copy.seats, side->seats, side->count * sizeof(side->seats[0]));
	return copy;
}

static bool is_in_lane(const struct lane *lane, int32_t day, int32_t age)
{
	return date_within((struct date){ day }, lane->from, lane->until) && age >= lane->from_age &&
	       (lane->until_age == 0 || age < lane->until_age);
}

/* Who may deliver by one of the sets on a day at an age. */
static void fill_side(struct comparing *comparing, const struct place *place, int version, int32_t day,
                      int32_t age)
{
	const struct lane_set *set = comparing->sets[version];
	const struct lane_place *offers = &place->offers[version];
	const struct lane_name *area = &place->areas[version];
	struct lane_side *side = &comparing->sides[version];
	size_t kept = 0;

	side->count = 0;
	comparing->work += offers->count + 1;
	if (!date_within((struct date){ day }, area->from, area->until))
		return;
	for (size_t i = 0; i < offers->count; i++) {
		const struct lane_offer *offer = &offers->offers[i];
		const struct lane *lane = &set->lanes[offer->lane];

		if (offer->instead_of != LANE_NONE || !is_in_lane(lane, day, age))
			continue;
		side->seats[side->count++] = (struct lane_seat){
			.how = lane->how,
			.party = comparing->party[version][offer->party],
			.under = offer->under == LANE_NONE ? LANE_NONE
			                                   : comparing->party[version][offer->under],
			.served_before = lane->served_before,
		};
	}
	if (side->count > 1)
		qsort(side->seats, side->count, sizeof(side->seats[0]), compare_seats);
	for (size_t i = 0; i < side->count; i++)
		if (kept == 0 || compare_seats(&side->seats[kept - 1], &side->seats[i]) != 0)
			side->seats[kept++] = side->seats[i];
	side->count = kept;
}

/* --- one place --- */

static int compare_numbers(const void *a, const void *b)
{
	int32_t one = *(const int32_t *)a, other = *(const int32_t *)b;

	return (one > other) - (one < other);
}

static size_t sorted_once(int32_t *numbers, size_t count)
{
	size_t kept = 0;

	if (count > 1)
		qsort(numbers, count, sizeof(numbers[0]), compare_numbers);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || numbers[kept - 1] != numbers[i])
			numbers[kept++] = numbers[i];
	return kept;
}

static int32_t end_of(struct date until)
{
	return !date_is(until) || until.day >= DATE_LAST.day ? NO_END : until.day;
}

/* The days and ages between which nothing begins or ends. */
static void find_edges(const struct comparing *comparing, struct place *place)
{
	size_t most = 2 * (place->offers[BEFORE].count + place->offers[AFTER].count) + 2 * VERSIONS;
	size_t days = 0, ages = 0;

	place->days = ARENA_MANY(comparing->arena, most, int32_t);
	place->ages = ARENA_MANY(comparing->arena, most, int32_t);
	for (int version = BEFORE; version < VERSIONS; version++) {
		if (place->offers[version].count == 0)
			continue;
		place->days[days++] = place->areas[version].from.day;
		place->days[days++] = end_of(place->areas[version].until);
		for (size_t i = 0; i < place->offers[version].count; i++) {
			const struct lane *lane =
				&comparing->sets[version]->lanes[place->offers[version].offers[i].lane];

			place->days[days++] = lane->from.day;
			place->days[days++] = end_of(lane->until);
			place->ages[ages++] = lane->from_age;
			place->ages[ages++] = lane->until_age == 0 ? NO_END : lane->until_age;
		}
	}
	place->days_count = sorted_once(place->days, days);
	place->ages_count = sorted_once(place->ages, ages);
}

static bool is_enough(const struct comparing *comparing)
{
	return comparing->work > MOST_WORK;
}

static struct lane_difference *new_difference(struct comparing *comparing)
{
	if (comparing->found_count == comparing->found_size) {
		size_t size = comparing->found_size == 0 ? 64 : 2 * comparing->found_size;
		struct lane_difference *items = ARENA_MANY(comparing->arena, size, struct lane_difference);

		if (comparing->found_count > 0)
			memcpy(items, comparing->found, comparing->found_count * sizeof(items[0]));
		comparing->found = items;
		comparing->found_size = size;
	}
	comparing->work += DIFFERENCE_WORK;
	return &comparing->found[comparing->found_count++];
}

/* A difference that holds as long as the lanes do needs no end. */
static void end_difference(struct comparing *comparing, size_t begun, int32_t last_day)
{
	for (size_t i = begun; i < comparing->found_count; i++) {
		struct lane_difference *difference = &comparing->found[i];

		if (difference->until.day == NO_END ||
		    (difference->until.day == last_day && difference->was.count > 0))
			difference->until = (struct date){ 0 };
	}
}

static struct lane_difference *begin_difference(struct comparing *comparing, const struct place *place,
                                                size_t day, size_t band)
{
	struct lane_difference *difference = new_difference(comparing);
	int32_t until_age = place->ages[band + 1];

	*difference = (struct lane_difference){
		.products = ARENA_NEW(comparing->arena, uint16_t),
		.products_count = 1,
		.areas = ARENA_NEW(comparing->arena, uint16_t),
		.areas_count = 1,
		.from_age = (int16_t)place->ages[band],
		.until_age = until_age == NO_END ? 0 : (int16_t)until_age,
		.from = { place->days[day] },
		.until = { place->days[day + 1] },
		.was = copied(comparing, &comparing->sides[BEFORE]),
		.becomes = copied(comparing, &comparing->sides[AFTER]),
		.until_then = copied(comparing, &comparing->last),
	};
	difference->products[0] = place->product;
	difference->areas[0] = place->area;
	return difference;
}

/* All days of one age band; a difference goes on while both sides stay what they are. */
static void compare_band(struct comparing *comparing, const struct place *place, size_t band)
{
	struct lane_side *sides = comparing->sides, *last = &comparing->last;
	size_t begun = comparing->found_count;
	struct lane_difference *running = NULL;
	int32_t last_day = 0;

	last->count = 0;
	for (size_t i = 0; i + 1 < place->days_count && !is_enough(comparing); i++) {
		for (int version = BEFORE; version < VERSIONS; version++)
			fill_side(comparing, place, version, place->days[i], place->ages[band]);
		if (sides[BEFORE].count + sides[AFTER].count > 0)
			last_day = place->days[i + 1];
		if (lane_sides_equal(&sides[BEFORE], &sides[AFTER])) {
			running = NULL;
		} else if (running != NULL && lane_sides_equal(&running->was, &sides[BEFORE]) &&
		           lane_sides_equal(&running->becomes, &sides[AFTER])) {
			running->until.day = place->days[i + 1];
		} else {
			running = begin_difference(comparing, place, i, band);
		}
		last->count = sides[AFTER].count;
		if (last->count > 0)
			memcpy(last->seats, sides[AFTER].seats, last->count * sizeof(last->seats[0]));
	}
	end_difference(comparing, begun, last_day);
}

/* --- from places to differences that hold in many of them --- */

static bool is_same_change(const struct lane_difference *one, const struct lane_difference *other)
{
	return one->from.day == other->from.day && one->until.day == other->until.day &&
	       lane_sides_equal(&one->was, &other->was) && lane_sides_equal(&one->becomes, &other->becomes) &&
	       lane_sides_equal(&one->until_then, &other->until_then);
}

static bool is_same_band(const struct lane_difference *one, const struct lane_difference *other)
{
	return one->from_age == other->from_age && one->until_age == other->until_age;
}

static bool has_same_areas(const struct lane_difference *one, const struct lane_difference *other)
{
	return one->areas_count == other->areas_count &&
	       memcmp(one->areas, other->areas, one->areas_count * sizeof(one->areas[0])) == 0;
}

/* How two differences may become one. */
typedef bool joining(struct lane_difference *kept, const struct lane_difference *next);

/* Age bands that touch, in one place. */
static bool join_bands(struct lane_difference *kept, const struct lane_difference *next)
{
	if (kept->products[0] != next->products[0] || !has_same_areas(kept, next) || kept->until_age == 0 ||
	    kept->until_age != next->from_age || !is_same_change(kept, next))
		return false;
	kept->until_age = next->until_age;
	return true;
}

static bool join_areas(struct lane_difference *kept, const struct lane_difference *next)
{
	if (kept->products[0] != next->products[0] || !is_same_band(kept, next) ||
	    !is_same_change(kept, next))
		return false;
	kept->areas[kept->areas_count++] = next->areas[0];
	return true;
}

static bool join_products(struct lane_difference *kept, const struct lane_difference *next)
{
	if (!has_same_areas(kept, next) || !is_same_band(kept, next) || !is_same_change(kept, next))
		return false;
	kept->products[kept->products_count++] = next->products[0];
	return true;
}

static void join(struct comparing *comparing, size_t begin, joining *may_join)
{
	size_t kept = begin;

	for (size_t i = begin; i < comparing->found_count; i++) {
		size_t j = begin;

		while (j < kept && !may_join(&comparing->found[j], &comparing->found[i]))
			j++;
		if (j == kept)
			comparing->found[kept++] = comparing->found[i];
	}
	comparing->found_count = kept;
}

/* Room to add as many as there are to a list of one. */
static uint16_t *with_room(const uint16_t *list, size_t count, struct arena *arena)
{
	uint16_t *room = ARENA_MANY(arena, count, uint16_t);

	room[0] = list[0];
	return room;
}

static void join_all(struct comparing *comparing)
{
	const struct lane_comparison *result = &comparing->result;

	for (size_t i = 0; i < comparing->found_count; i++)
		comparing->found[i].areas =
			with_room(comparing->found[i].areas, result->areas.count, comparing->arena);
	join(comparing, 0, join_areas);
	for (size_t i = 0; i < comparing->found_count; i++)
		comparing->found[i].products =
			with_room(comparing->found[i].products, result->products.count, comparing->arena);
	join(comparing, 0, join_products);
}

static int compare_differences(const void *a, const void *b)
{
	const struct lane_difference *one = a, *other = b;
	const int differences[] = { one->from.day - other->from.day, one->products[0] - other->products[0],
		                    one->areas[0] - other->areas[0], one->from_age - other->from_age,
		                    one->until.day - other->until.day };

	for (size_t i = 0; i < COUNT(differences); i++)
		if (differences[i] != 0)
			return differences[i];
	return 0;
}

/* --- all places --- */

static struct place place_of(const struct comparing *comparing, uint16_t product, uint16_t area)
{
	struct place place = { .product = product, .area = area };

	for (int version = BEFORE; version < VERSIONS; version++) {
		const struct lane_set *set = comparing->sets[version];
		uint16_t its_product =
			lane_names_find(&set->products, comparing->result.products.items[product].name);
		uint16_t its_area = lane_names_find(&set->areas, comparing->result.areas.items[area].name);

		if (its_product == LANE_NONE || its_area == LANE_NONE)
			continue;
		place.offers[version] = lane_set_place(set, its_product, its_area);
		place.areas[version] = set->areas.items[its_area];
	}
	return place;
}

static void compare_place(struct comparing *comparing, uint16_t product, uint16_t area)
{
	struct place place = place_of(comparing, product, area);
	size_t begin = comparing->found_count;

	find_edges(comparing, &place);
	for (size_t band = 0; band + 1 < place.ages_count; band++)
		compare_band(comparing, &place, band);
	join(comparing, begin, join_bands);
}

/* The most offers that one place can have. */
static size_t most_seats(const struct comparing *comparing)
{
	size_t before = comparing->sets[BEFORE]->offers_count, after = comparing->sets[AFTER]->offers_count;

	return before > after ? before : after;
}

struct lane_comparison lane_compare(const struct lane_set *before, const struct lane_set *after,
                                    struct arena *arena)
{
	struct comparing comparing = { .sets = { before, after }, .arena = arena };
	struct lane_comparison *result = &comparing.result;

	result->products = joined(&before->products, &after->products, arena);
	result->areas = joined(&before->areas, &after->areas, arena);
	result->parties = joined(&before->parties, &after->parties, arena);
	comparing.last.seats = ARENA_MANY(arena, most_seats(&comparing), struct lane_seat);
	for (int version = BEFORE; version < VERSIONS; version++) {
		comparing.party[version] =
			indices(&comparing.sets[version]->parties, &result->parties, arena);
		comparing.sides[version].seats = ARENA_MANY(arena, most_seats(&comparing), struct lane_seat);
	}
	for (size_t product = 0; product < result->products.count; product++)
		for (size_t area = 0; area < result->areas.count; area++)
			compare_place(&comparing, (uint16_t)product, (uint16_t)area);
	join_all(&comparing);
	if (comparing.found_count > 1)
		qsort(comparing.found, comparing.found_count, sizeof(comparing.found[0]),
		      compare_differences);
	result->items = comparing.found;
	result->count = comparing.found_count;
	result->is_cut = is_enough(&comparing);
	return *result;
}
