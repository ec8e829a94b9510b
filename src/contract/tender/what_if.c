/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/what_if.h"

#include <string.h>

bool what_if_range_read(const char *text, struct what_if_range *ret_range)
{
	const char *dots = strstr(text, "..");
	char from[DECIMAL_TEXT_SIZE] = "";
	struct what_if_range range;

	if (dots == NULL || dots == text || (size_t)(dots - text) >= sizeof(from))
		return false;
	memcpy(from, text, (size_t)(dots - text));
	if (!decimal_read(from, &range.from) || !decimal_read(dots + 2, &range.until) ||
	    range.until.billionths < range.from.billionths || what_if_steps(&range) > WHAT_IF_STEPS_MAX)
		return false;
	*ret_range = range;
	return true;
}

size_t what_if_steps(const struct what_if_range *range)
{
	return (size_t)((range->until.billionths - range->from.billionths) / WHAT_IF_STEP) + 1;
}

/* --- the sweep: from step to step only what changed is counted --- */

struct sweep {
	const struct tender_terms *terms;
	const struct tender_bids *bids;
	const struct clients *clients;
	struct decimal from;
	bool *reaches;             /* per lot and area of the clients: the lot has that area in it */
	size_t *first_group;       /* per bidder, and one more: where its groups begin */
	struct fraction *means;    /* per bid: weighted */
	int64_t *last;             /* per bid: the highest step that it reaches; -1: none */
	bool *wins;                /* per bid, at the threshold at hand */
	int32_t *won_lots;         /* per bidder */
	int32_t *keeps;            /* per group: by how many lots */
	int64_t *area, *expertise; /* per area and expertise: groups that stay */
	size_t awarded, small_lost;
	int64_t clients_kept;
};

static bool is_among(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], text) == 0)
			return true;
	return false;
}

/* The highest threshold that a bid reaches by the rule: its lowest mark, its mean, or the lower of both. */
static struct fraction limit_of(const struct tender_terms *terms, const struct tender_bid *bid,
                                struct fraction mean)
{
	struct fraction limit = terms->rule == TENDER_EACH ? bid->means[0] : mean;

	for (size_t i = 0; i < terms->criteria_count && terms->rule != TENDER_WEIGHTED_MEAN; i++)
		if (fraction_compare(bid->means[i], limit) < 0)
			limit = bid->means[i];
	return limit;
}

static bool is_knocked_out(const struct tender_terms *terms, const struct tender_bid *bid)
{
	for (size_t i = 0; i < terms->criteria_count; i++)
		if (fraction_compare(bid->means[i], fraction_whole(terms->criteria[i].knock_out)) < 0)
			return true;
	return false;
}

/* How many steps a limit lies beyond the first threshold; -1 below it. All of it fits: see award_mean. */
static int64_t last_of(struct fraction limit, struct decimal from)
{
	int64_t beyond = limit.billionths - from.billionths * limit.of;

	return beyond < 0 ? -1 : beyond / (WHAT_IF_STEP * limit.of);
}

static void begin_bids(struct sweep *sweep, struct arena *arena)
{
	size_t count = sweep->bids->count;

	sweep->last = ARENA_MANY(arena, count + 1, int64_t);
	sweep->means = ARENA_MANY(arena, count + 1, struct fraction);
	sweep->wins = ARENA_MANY(arena, count + 1, bool);
	sweep->won_lots = ARENA_MANY(arena, sweep->bids->bidders.count + 1, int32_t);
	for (size_t i = 0; i < count; i++) {
		sweep->means[i] = award_mean(sweep->terms, &sweep->bids->items[i]);
		sweep->last[i] =
			is_knocked_out(sweep->terms, &sweep->bids->items[i])
				? -1
				: last_of(limit_of(sweep->terms, &sweep->bids->items[i], sweep->means[i]),
		                          sweep->from);
	}
}

static void begin_clients(struct sweep *sweep, struct arena *arena)
{
	const struct clients *clients = sweep->clients;
	size_t bidders = sweep->bids->bidders.count, areas = clients->areas.count, at = 0;

	sweep->reaches = ARENA_MANY(arena, sweep->terms->lots_count * areas + 1, bool);
	sweep->first_group = ARENA_MANY(arena, bidders + 1, size_t);
	sweep->keeps = ARENA_MANY(arena, clients->groups_count + 1, int32_t);
	sweep->area = ARENA_MANY(arena, areas + 1, int64_t);
	sweep->expertise = ARENA_MANY(arena, clients->expertise.count + 1, int64_t);
	for (size_t lot = 0; lot < sweep->terms->lots_count; lot++)
		for (size_t i = 0; i < areas; i++)
			sweep->reaches[lot * areas + i] =
				tender_lot_has(&sweep->terms->lots[lot], clients->areas.items[i]) ||
				!is_among(&sweep->terms->areas, clients->areas.items[i]);
	/* Groups stand in the order of their bidders; those of nobody who bid stand last. */
	for (size_t i = 0; i <= bidders; i++) {
		while (at < clients->groups_count && clients->groups[at].bidder < i)
			at++;
		sweep->first_group[i] = at;
	}
	for (size_t i = 0; i < bidders && clients->is_small != NULL; i++)
		sweep->small_lost += clients->is_small[i] ? 1 : 0;
}

/* A bid begins to win, or no longer does: by is 1 or -1. */
static void turn(struct sweep *sweep, size_t bid, int by)
{
	const struct clients *clients = sweep->clients;
	size_t bidder = sweep->bids->items[bid].bidder, lot = sweep->bids->items[bid].lot;
	int32_t before = sweep->won_lots[bidder];

	sweep->wins[bid] = by > 0;
	sweep->won_lots[bidder] += by;
	if ((before == 0) != (sweep->won_lots[bidder] == 0)) {
		sweep->awarded += (size_t)by;
		if (clients->is_small != NULL && clients->is_small[bidder])
			sweep->small_lost -= (size_t)by;
	}
	for (size_t i = sweep->first_group[bidder]; i < sweep->first_group[bidder + 1]; i++) {
		const struct client_group *group = &clients->groups[i];

		if (!sweep->reaches[lot * clients->areas.count + group->area])
			continue;
		before = sweep->keeps[i];
		sweep->keeps[i] += by;
		if ((before == 0) == (sweep->keeps[i] == 0))
			continue;
		sweep->clients_kept += by * group->clients;
		sweep->area[group->area] += by;
		if (group->expertise != NAMES_NONE)
			sweep->expertise[group->expertise] += by;
	}
}

/* How many bids of the lot that reach the step have a higher mean. */
static int64_t before_it(const struct sweep *sweep, size_t bid, int64_t step)
{
	int64_t count = 0;

	for (size_t i = 0; i < sweep->bids->count; i++)
		if (sweep->bids->items[i].lot == sweep->bids->items[bid].lot && sweep->last[i] >= step &&
		    fraction_compare(sweep->means[i], sweep->means[bid]) > 0)
			count++;
	return count;
}

static bool wins_at(const struct sweep *sweep, size_t bid, int64_t step)
{
	int64_t winners = sweep->terms->lots[sweep->bids->items[bid].lot].winners;

	return sweep->last[bid] >= step && (winners == 0 || before_it(sweep, bid, step) < winners);
}

/* What has nobody left: in arena. */
static const bool *without(const int64_t *counts, size_t count, size_t *ret_count, struct arena *arena)
{
	bool *found = ARENA_MANY(arena, count + 1, bool);

	*ret_count = 0;
	for (size_t i = 0; i < count; i++) {
		found[i] = counts[i] == 0;
		*ret_count += found[i] ? 1 : 0;
	}
	return found;
}

static const bool *small_without(const struct sweep *sweep, struct arena *arena)
{
	size_t count = sweep->bids->bidders.count;
	bool *found = ARENA_MANY(arena, count + 1, bool);

	for (size_t i = 0; i < count; i++)
		found[i] = sweep->clients->is_small[i] && sweep->won_lots[i] == 0;
	return found;
}

static struct what_if_step step_of(struct sweep *sweep, struct decimal threshold, struct arena *arena)
{
	const struct clients *clients = sweep->clients;
	struct what_if_step step = { .threshold = threshold,
		                     .awarded = sweep->awarded,
		                     .clients_kept = sweep->clients_kept,
		                     .clients_moved = clients->total - sweep->clients_kept,
		                     .small_lost_count = sweep->small_lost };

	step.uncovered = without(sweep->area, clients->areas.count, &step.uncovered_count, arena);
	step.lost = without(sweep->expertise, clients->expertise.count, &step.lost_count, arena);
	if (clients->is_small != NULL)
		step.small_lost = small_without(sweep, arena);
	return step;
}

const struct what_if_step *what_if(const struct tender_terms *terms, const struct tender_bids *bids,
                                   const struct clients *clients, const struct what_if_range *range,
                                   struct arena *arena)
{
	struct sweep sweep = { .terms = terms, .bids = bids, .clients = clients, .from = range->from };
	size_t count = what_if_steps(range);
	struct what_if_step *steps = ARENA_MANY(arena, count, struct what_if_step);

	begin_bids(&sweep, arena);
	begin_clients(&sweep, arena);
	for (size_t i = 0; i < count; i++) {
		struct decimal threshold = { range->from.billionths + (int64_t)i * WHAT_IF_STEP };

		for (size_t bid = 0; bid < bids->count; bid++) {
			bool wins = wins_at(&sweep, bid, (int64_t)i);

			if (wins != sweep.wins[bid])
				turn(&sweep, bid, wins ? 1 : -1);
		}
		steps[i] = step_of(&sweep, threshold, arena);
	}
	return steps;
}
