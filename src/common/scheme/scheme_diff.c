/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/scheme_diff.h"

#include "common/scheme/diffing.h"

/* Leaves out what was over before the new version holds; what had begun by then, begins then. */
static void begin_when_it_holds(struct diffing *diffing)
{
	struct lane_comparison *lanes = &diffing->lanes;
	size_t kept = 0;

	for (size_t i = 0; i < lanes->count; i++) {
		struct lane_difference *difference = &lanes->items[i];

		if (date_is(difference->until) && !date_before(diffing->holds, difference->until))
			continue;
		if (date_before(difference->from, diffing->holds)) {
			difference->from = diffing->holds;
			difference->until_then = difference->was;
		}
		lanes->items[kept++] = *difference;
	}
	lanes->count = kept;
}

struct scheme_changes scheme_diff(const struct scheme_versions *versions, const char *language,
                                  struct arena *arena)
{
	struct diffing diffing = { .before = versions->before,
		                   .after = versions->after,
		                   .holds = versions->holds,
		                   .language = language,
		                   .arena = arena };

	diffing.before_lanes = scheme_lanes(versions->before, arena);
	diffing.after_lanes = scheme_lanes(versions->after, arena);
	diffing.lanes = lane_compare(&diffing.before_lanes, &diffing.after_lanes, arena);
	if (date_is(diffing.holds))
		begin_when_it_holds(&diffing);
	diff_lanes(&diffing);
	diff_parties(&diffing);
	diff_postcodes(&diffing);
	diff_phases(&diffing);
	diff_scope(&diffing);
	diff_sections(&diffing);
	return diffing.changes;
}
