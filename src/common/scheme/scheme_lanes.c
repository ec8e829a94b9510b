/* SPDX-License-Identifier: EUPL-1.2 */
/* From the sections of a scheme to its lanes, indexed for questions. */
#include "common/scheme/scheme.h"

#include <assert.h>

#include "common/scheme/scheme_check.h"

static void name_areas(const struct scheme *scheme, struct lane_names *names)
{
	for (size_t i = 0; i < scheme->areas.count; i++) {
		const struct scheme_area *area = &SCHEME_ITEMS(scheme_area, scheme->areas)[i];

		names->items[i] = (struct lane_name){ area->name, area->label, area->from, area->until };
	}
	lane_names_sort(names);
}

static void name_products(const struct scheme *scheme, struct lane_names *names)
{
	for (size_t i = 0; i < scheme->products.count; i++) {
		const struct scheme_product *product = &SCHEME_ITEMS(scheme_product, scheme->products)[i];

		names->items[i] = (struct lane_name){ .name = product->name, .label = product->label };
	}
	lane_names_sort(names);
}

static void name_parties(const struct scheme *scheme, struct lane_names *names)
{
	for (size_t i = 0; i < scheme->parties.count; i++) {
		const struct scheme_party *party = &SCHEME_ITEMS(scheme_party, scheme->parties)[i];

		names->items[i] = (struct lane_name){ .name = party->name, .label = party->label };
	}
	lane_names_sort(names);
}

static void name_expertise(const struct scheme *scheme, struct lane_names *names)
{
	for (size_t i = 0; i < scheme->expertise.count; i++) {
		const struct scheme_expertise *expertise =
			&SCHEME_ITEMS(scheme_expertise, scheme->expertise)[i];

		names->items[i] = (struct lane_name){ .name = expertise->name, .label = expertise->label };
	}
	lane_names_sort(names);
}

/* Which party has which expertise. */
static void mark_experts(const struct scheme *scheme, struct lane_set *set)
{
	for (size_t i = 0; i < scheme->expertise.count; i++) {
		const struct scheme_expertise *expertise =
			&SCHEME_ITEMS(scheme_expertise, scheme->expertise)[i];
		uint64_t bit = (uint64_t)1 << lane_names_find(&set->expertise, expertise->name);

		for (size_t j = 0; j < scheme->parties.count; j++) {
			const struct scheme_party *party = &SCHEME_ITEMS(scheme_party, scheme->parties)[j];

			if (check_texts_have(&expertise->parties, party->name) ||
			    check_texts_have(&expertise->parties, party->series_name))
				set->experts[lane_names_find(&set->parties, party->name)] |= bit;
		}
	}
}

/* Who took another over, has its expertise from that day on; successions stand in the order of their days. */
static void mark_gains(const struct scheme *scheme, struct lane_set *set)
{
	const struct scheme_succession *succession = scheme->successions.items;

	for (size_t i = 0; i < scheme->successions.count; i++, succession++) {
		uint16_t party = lane_names_find(&set->parties, succession->party);
		uint64_t experts = lane_set_experts(set, party, succession->from);

		set->gains[set->gains_count++] =
			(struct lane_gain){ lane_names_find(&set->parties, succession->by), succession->from,
			                    experts };
	}
}

static struct lane_names new_names(const struct records *section, struct arena *arena)
{
	return (struct lane_names){ .items = ARENA_MANY(arena, section->count, struct lane_name),
		                    .count = section->count };
}

static enum lane_how how_of(const char *code)
{
	enum lane_how how = 0;

	while (!check_is(lane_hows[how].code, code))
		how++;
	assert(how < LANE_HOWS_COUNT);
	return how;
}

/* The place of a rule in the scheme's order of preference. */
static uint16_t rank_of(const struct scheme *scheme, const char *how)
{
	uint16_t rank = 0;

	while (rank < scheme->assignment.count &&
	       !check_is(SCHEME_ITEMS(scheme_rule_use, scheme->assignment)[rank].rule, how))
		rank++;
	return rank;
}

static struct lane lane_of(const struct scheme *scheme, const struct scheme_lane *line)
{
	const struct scheme_group *group = check_group(scheme, line->target_group);

	return (struct lane){
		.name = line->name,
		.how = how_of(line->how),
		.rank = rank_of(scheme, line->how),
		.from = line->from,
		.until = line->until,
		.from_age = (int16_t)group->from_age,
		.until_age = (int16_t)group->until_age,
		.served_before = line->served_before,
		.group = group->label,
		.line = line->at.items[0].line,
	};
}

/* The index in set->lanes of the lane of that name; names are unique. */
static uint16_t lane_index(const struct lane_set *set, const char *name)
{
	uint16_t index = 0;

	while (!check_is(set->lanes[index].name, name))
		index++;
	return index;
}

/* Adds the offers of one party in one lane: every product in every area. */
static void add_offers(struct lane_set *set, const struct scheme_lane *line, struct lane_offer offer)
{
	for (size_t i = 0; i < line->products.count; i++)
		for (size_t j = 0; j < line->areas.count; j++) {
			offer.product = lane_names_find(&set->products, line->products.items[i]);
			offer.area = lane_names_find(&set->areas, line->areas.items[j]);
			set->offers[set->offers_count++] = offer;
		}
}

/* The fellow members of the one that has the lane's areas, each in its place. */
static void add_fellows(const struct scheme *scheme, struct lane_set *set, const struct scheme_lane *line,
                        struct lane_offer offer)
{
	const struct texts *members = check_members(scheme, line);

	offer.instead_of = offer.party;
	for (size_t i = 0; i < members->count; i++) {
		offer.party = lane_names_find(&set->parties, members->items[i]);
		if (offer.party != offer.instead_of)
			add_offers(set, line, offer);
	}
}

static void add_lane(const struct scheme *scheme, struct lane_set *set, const struct scheme_lane *line)
{
	struct lane_offer offer = { .under = LANE_NONE,
		                    .instead_of = LANE_NONE,
		                    .lane = lane_index(set, line->name) };

	if (line->under != NULL)
		offer.under = lane_names_find(&set->parties, line->under);
	for (size_t i = 0; i < line->parties.count; i++) {
		const struct scheme_party *party;
		size_t count = check_parties(scheme, line->parties.items[i], &party);

		for (size_t j = 0; j < count; j++, party++) {
			offer.party = lane_names_find(&set->parties, party->name);
			add_offers(set, line, offer);
		}
	}
	if (check_lane_is(line, LANE_COMBINATION_MEMBER))
		add_fellows(scheme, set, line, offer);
}

static size_t count_offers(const struct scheme *scheme)
{
	size_t count = 0;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		count += check_offers(scheme, &SCHEME_ITEMS(scheme_lane, scheme->lanes)[i]);
	return count;
}

struct lane_set scheme_lanes(const struct scheme *scheme, struct arena *arena)
{
	const struct scheme_lane *lines = scheme->lanes.items;
	struct lane_set set = {
		.scheme = scheme->name,
		.products = new_names(&scheme->products, arena),
		.areas = new_names(&scheme->areas, arena),
		.parties = new_names(&scheme->parties, arena),
		.expertise = new_names(&scheme->expertise, arena),
		.experts = ARENA_MANY(arena, scheme->parties.count, uint64_t),
		.gains = ARENA_MANY(arena, scheme->successions.count, struct lane_gain),
		.lanes = ARENA_MANY(arena, scheme->lanes.count, struct lane),
		.lanes_count = scheme->lanes.count,
		.offers = ARENA_MANY(arena, count_offers(scheme), struct lane_offer),
	};

	name_products(scheme, &set.products);
	name_areas(scheme, &set.areas);
	name_parties(scheme, &set.parties);
	name_expertise(scheme, &set.expertise);
	mark_experts(scheme, &set);
	mark_gains(scheme, &set);
	for (size_t i = 0; i < scheme->lanes.count; i++)
		set.lanes[i] = lane_of(scheme, &lines[i]);
	lane_sort(set.lanes, set.lanes_count);
	for (size_t i = 0; i < scheme->lanes.count; i++)
		add_lane(scheme, &set, &lines[i]);
	lane_set_index(&set, arena);
	return set;
}

bool scheme_offers(const struct scheme *scheme, const struct lane_set *lanes, const char *product,
                   const char *postcode, struct date on)
{
	const struct scheme_area *found = scheme_area_of(scheme, postcode, on);
	uint16_t what = lane_names_find(&lanes->products, product);
	uint16_t where = found == NULL ? LANE_NONE : lane_names_find(&lanes->areas, found->name);
	struct lane_place place = { 0 };

	if (what != LANE_NONE && where != LANE_NONE)
		place = lane_set_place(lanes, what, where);
	for (size_t i = 0; i < place.count; i++) {
		const struct lane *lane = &lanes->lanes[place.offers[i].lane];

		if (date_within(on, lane->from, lane->until))
			return true;
	}
	return false;
}
