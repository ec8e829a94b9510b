/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/cap.h"

/* The areas of either, each once, in the order of the areas. */
static struct texts areas_of_both(const struct area_bids *bids, const bool *is_chosen,
                                  const struct cap_change *change, struct arena *arena)
{
	struct texts areas = { .items = ARENA_MANY(arena, bids->areas.count + 1, const char *) };

	for (size_t area = 0; area < bids->areas.count; area++) {
		bool is_theirs = false;

		for (size_t i = 0; i < bids->count; i++)
			is_theirs = is_theirs || (bids->items[i].area == area && is_chosen[i] &&
			                          (bids->items[i].bidder == change->party ||
			                           bids->items[i].bidder == change->other));
		if (is_theirs)
			areas.items[areas.count++] = bids->areas.items[area];
	}
	return areas;
}

struct cap_after cap_look(const struct plan_question *question, const bool *is_chosen,
                          const struct cap_change *change, struct arena *arena)
{
	struct cap_after after = { .areas = areas_of_both(question->bids, is_chosen, change, arena) };

	after.is_over = question->max_per_party > 0 && after.areas.count > (size_t)question->max_per_party;
	after.is_refused = after.is_over && change->event != CAP_SUBCONTRACT;
	after.concentration_before = plan_concentration(question->bids, is_chosen, NULL, arena);
	after.concentration_after = plan_concentration(
		question->bids, is_chosen, change->event == CAP_SUBCONTRACT ? NULL : change, arena);
	return after;
}
