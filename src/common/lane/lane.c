/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/lane/lane.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "platform/base/words.h"

const struct choice lane_hows[] = {
	[LANE_KEEP_CURRENT] = { "keep_current", WORDS("de huidige aanbieder blijft leveren") },
	[LANE_CLOSED_COHORT] = { "closed_cohort", WORDS("onderaannemer voor wie deze al hielp") },
	[LANE_AREA_LEAD] = { "area_lead", WORDS("een hoofdaanbieder per gebied") },
	[LANE_COMBINATION_MEMBER] = { "combination_member",
	                              WORDS("het lid van de combinatie dat het gebied heeft") },
	[LANE_EXPERTISE] = { "expertise", WORDS("het lid dat de deskundigheid heeft") },
	[LANE_CHOICE_AMONG] = { "choice_among", WORDS("de inwoner kiest") },
	[LANE_HOWS_COUNT] = { NULL, NULL },
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(((const struct lane_name *)a)->name, ((const struct lane_name *)b)->name);
}

void lane_names_sort(struct lane_names *names)
{
	if (names->count > 1)
		qsort(names->items, names->count, sizeof(names->items[0]), compare_names);
}

uint16_t lane_names_find(const struct lane_names *names, const char *name)
{
	const struct lane_name key = { .name = name };
	const struct lane_name *found = NULL;

	if (names->count > 0)
		found = bsearch(&key, names->items, names->count, sizeof(key), compare_names);
	return found == NULL ? LANE_NONE : (uint16_t)(found - names->items);
}

static int compare_lanes(const void *a, const void *b)
{
	const struct lane *one = a, *other = b;

	if (one->rank != other->rank)
		return one->rank < other->rank ? -1 : 1;
	return strcmp(one->name, other->name);
}

void lane_sort(struct lane *lanes, size_t count)
{
	if (count > 1)
		qsort(lanes, count, sizeof(lanes[0]), compare_lanes);
}

static int compare_offers(const void *a, const void *b)
{
	const struct lane_offer *one = a, *other = b;
	const int differences[] = { one->product - other->product, one->area - other->area,
		                    one->party - other->party,     one->lane - other->lane,
		                    one->under - other->under,     one->instead_of - other->instead_of };

	for (size_t i = 0; i < COUNT(differences); i++)
		if (differences[i] != 0)
			return differences[i];
	return 0;
}

static void drop_doubles(struct lane_set *set)
{
	size_t kept = 0;

	for (size_t i = 0; i < set->offers_count; i++)
		if (kept == 0 || compare_offers(&set->offers[kept - 1], &set->offers[i]) != 0)
			set->offers[kept++] = set->offers[i];
	set->offers_count = kept;
}

void lane_set_index(struct lane_set *set, struct arena *arena)
{
	size_t count = set->products.count * set->areas.count;
	uint32_t *places = ARENA_MANY(arena, count + 1, uint32_t);

	assert(set->products.count < LANE_NONE && set->areas.count < LANE_NONE &&
	       set->parties.count < LANE_NONE);
	assert(set->lanes_count < LANE_NONE && set->offers_count < UINT32_MAX);
	for (size_t i = 0; i < set->lanes_count; i++)
		assert(set->lanes[i].rank < LANE_HOWS_COUNT);
	if (set->offers_count > 1)
		qsort(set->offers, set->offers_count, sizeof(set->offers[0]), compare_offers);
	drop_doubles(set);
	if (set->experts == NULL)
		set->experts = ARENA_MANY(arena, set->parties.count, uint64_t);
	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];

		assert(offer->product < set->products.count && offer->area < set->areas.count);
		assert(offer->party < set->parties.count && offer->lane < set->lanes_count);
		places[offer->product * set->areas.count + offer->area + 1]++;
	}
	for (size_t i = 0; i < count; i++)
		places[i + 1] += places[i];
	set->places = places;
}

uint64_t lane_set_experts(const struct lane_set *set, uint16_t party, struct date on)
{
	uint64_t experts = set->experts[party];

	for (size_t i = 0; i < set->gains_count; i++)
		if (set->gains[i].party == party && !date_before(on, set->gains[i].from))
			experts |= set->gains[i].experts;
	return experts;
}

struct lane_place lane_set_place(const struct lane_set *set, uint16_t product, uint16_t area)
{
	const uint32_t *begin = &set->places[product * set->areas.count + area];

	return (struct lane_place){ .offers = set->offers + begin[0], .count = begin[1] - begin[0] };
}

const char *lane_expertise_words(const struct lane_set *set, uint64_t bits, struct arena *arena)
{
	const char *words = "";

	for (size_t i = 0; i < set->expertise.count; i++)
		if ((bits >> i & 1) != 0)
			words = arena_print(arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
			                    set->expertise.items[i].label);
	return words;
}
