/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/holding.h"

#include "common/scheme/scheme_check.h"

/* Whether the lane is of somebody under contract, and runs on the day. */
static bool runs(const struct scheme_lane *lane, struct date on)
{
	return lane->agreement != NULL && date_within(on, lane->from, lane->until);
}

static bool is_cohort(const struct scheme_lane *lane)
{
	return check_lane_is(lane, LANE_CLOSED_COHORT);
}

bool scheme_holds(const struct scheme *scheme, const char *agreement, const char *party, struct date on)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (!runs(&lane[i], on) || is_cohort(&lane[i]) ||
		    (agreement != NULL && !check_is(lane[i].agreement, agreement)))
			continue;
		if (check_is_of_combination(&lane[i]) ? check_is(lane[i].under, party)
		                                      : check_lane_names(scheme, &lane[i], party))
			return true;
	}
	return false;
}

struct texts scheme_holders(const struct scheme *scheme, const char *agreement, struct date on,
                            struct arena *arena)
{
	const struct scheme_party *party = scheme->parties.items;
	struct texts holders = { .items = ARENA_MANY(arena, scheme->parties.count, const char *) };

	for (size_t i = 0; i < scheme->parties.count; i++)
		if (scheme_holds(scheme, agreement, party[i].name, on))
			holders.items[holders.count++] = party[i].name;
	return holders;
}

/* Whether the party may deliver in the lane, or answers for who does. */
static bool has_lane(const struct scheme *scheme, const struct scheme_lane *lane, const char *party)
{
	return !is_cohort(lane) && (check_is(lane->under, party) || check_lane_names(scheme, lane, party));
}

/* A lane in which the party has the area on the day, or in which others have it under the party. */
static const struct scheme_lane *lane_with(const struct scheme *scheme, const char *party, const char *area,
                                           struct date on)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (runs(&lane[i], on) && check_texts_have(&lane[i].areas, area) &&
		    has_lane(scheme, &lane[i], party))
			return &lane[i];
	return NULL;
}

struct texts scheme_areas_of(const struct scheme *scheme, const char *agreement, const char *party,
                             struct date on, struct arena *arena)
{
	const struct scheme_area *area = scheme->areas.items;
	const struct scheme_lane *lane = scheme->lanes.items;
	struct texts held = { .items = ARENA_MANY(arena, scheme->areas.count, const char *) };

	for (size_t i = 0; i < scheme->areas.count; i++) {
		bool has = false;

		for (size_t j = 0; j < scheme->lanes.count; j++)
			has = has || (runs(&lane[j], on) &&
			              (agreement == NULL || check_is(lane[j].agreement, agreement)) &&
			              check_texts_have(&lane[j].areas, area[i].name) &&
			              has_lane(scheme, &lane[j], party));
		if (has && date_within(on, area[i].from, area[i].until))
			held.items[held.count++] = area[i].name;
	}
	return held;
}

/* Whether a subcontractor works on the day. */
static bool is_below(const struct scheme_subcontractor *below, struct date on)
{
	return date_within(on, below->from, below->until);
}

struct texts scheme_areas_under(const struct scheme *scheme, const char *party, struct date on,
                                struct arena *arena)
{
	const struct scheme_area *area = scheme->areas.items;
	const struct scheme_subcontractor *below = scheme->subcontractors.items;
	struct texts held = { .items = ARENA_MANY(arena, scheme->areas.count, const char *) };

	for (size_t i = 0; i < scheme->areas.count; i++)
		for (size_t j = 0; j < scheme->subcontractors.count; j++)
			if (check_is(below[j].name, party) && is_below(&below[j], on) &&
			    check_texts_have(&below[j].areas, area[i].name) &&
			    !check_texts_have(&held, area[i].name))
				held.items[held.count++] = area[i].name;
	return held;
}

bool scheme_works(const struct scheme *scheme, const char *party, struct date on)
{
	const struct scheme_lane *lane = scheme->lanes.items;
	const struct scheme_subcontractor *below = scheme->subcontractors.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (runs(&lane[i], on) &&
		    (check_is(lane[i].under, party) || check_lane_names(scheme, &lane[i], party)))
			return true;
	for (size_t i = 0; i < scheme->subcontractors.count; i++)
		if (check_is(below[i].name, party) && is_below(&below[i], on))
			return true;
	return false;
}

/* The subcontractor of that name that works in the area on the day, or NULL. */
static const struct scheme_subcontractor *below_in(const struct scheme *scheme, const char *name,
                                                   const char *area, struct date on)
{
	const struct scheme_subcontractor *below = scheme->subcontractors.items;

	for (size_t i = 0; i < scheme->subcontractors.count; i++)
		if (check_is(below[i].name, name) && is_below(&below[i], on) &&
		    check_texts_have(&below[i].areas, area))
			return &below[i];
	return NULL;
}

const char *scheme_liable(const struct scheme *scheme, const struct scheme_subcontractor *below,
                          const char *area, struct date on)
{
	for (size_t i = 0; below != NULL && i <= scheme->subcontractors.count; i++) {
		const struct scheme_lane *lane = lane_with(scheme, below->under, area, on);

		if (lane != NULL)
			return check_is_of_combination(lane) ? lane->under : below->under;
		below = below_in(scheme, below->under, area, on);
	}
	return NULL;
}

static bool is_of(const struct scheme_lane *lane, const char *combination)
{
	return check_lane_is(lane, LANE_COMBINATION_MEMBER) && check_is(lane->under, combination);
}

const char *scheme_holder_of(const struct scheme *scheme, const char *combination, const char *area,
                             struct date on)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (is_of(&lane[i], combination) && runs(&lane[i], on) &&
		    check_texts_have(&lane[i].areas, area) && lane[i].parties.count > 0)
			return lane[i].parties.items[0];
	return NULL;
}

struct texts scheme_uncovered(const struct scheme *scheme, const char *combination, struct date on,
                              struct arena *arena)
{
	const struct scheme_area *area = scheme->areas.items;
	const struct scheme_lane *lane = scheme->lanes.items;
	struct texts uncovered = { .items = ARENA_MANY(arena, scheme->areas.count, const char *) };
	bool works = false;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		works = works || (is_of(&lane[i], combination) && runs(&lane[i], on));
	for (size_t i = 0; works && i < scheme->areas.count; i++)
		if (date_within(on, area[i].from, area[i].until) &&
		    scheme_holder_of(scheme, combination, area[i].name, on) == NULL)
			uncovered.items[uncovered.count++] = area[i].name;
	return uncovered;
}

int64_t scheme_concentration(const int64_t *shares, size_t count)
{
	int64_t all = 0, squares = 0;

	for (size_t i = 0; i < count; i++) {
		all += shares[i];
		squares += shares[i] * shares[i];
	}
	return all == 0 ? 0 : (squares * 10000 + all * all / 2) / (all * all);
}
