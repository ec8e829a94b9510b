/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/laboratory/adoption_touched.h"

#include "outlook/laboratory/touched.h"

static void keep_counts(const struct adoption_comparison *comparison, const struct touched *touched,
                        struct arena *arena, struct scheme_adopted *adopted)
{
	struct adopted_change *kept = adopted->changes.items;
	const struct scheme_changes *changes = &comparison->changes;

	/* what the fact says beside these changes is about the version as a whole */
	for (size_t i = 0; i < changes->count && i < adopted->changes.count; i++) {
		if (!kept[i].is_help)
			continue;
		kept[i].on = touched->changes[i].on;
		kept[i].clients = touched->changes[i].clients;
		kept[i].clients_words = touch_words(&changes->items[i], &touched->changes[i], "nl", arena);
	}
	adopted->is_counted = true;
	adopted->clients = touched->whole.clients;
	adopted->of = touched->clients;
	adopted->nobody = touched->whole.by_outcome[OUTCOME_NOBODY];
	adopted->summary = touched_words(touched, "nl", arena);
}

enum status laboratory_complete_adoption(struct journal *journal, struct journal_fact *fact,
                                         struct findings *findings, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ADOPTION_BYTES);
	struct scheme_adopted *adopted = fact->item;
	struct adoption_comparison comparison;
	struct touching touching = { .db = journal->db,
		                     .register_id = journal->register_id,
		                     .before = &comparison.before,
		                     .after = &comparison.after,
		                     .changes = &comparison.changes,
		                     .today = adopted->from };
	struct touched touched;
	enum status status;

	(void)findings;
	if (adopted->changes.count == 0)
		return OK;
	status = adoption_compare(journal, adopted, arena, &comparison, fault);
	if (status == OK)
		status = touched_count(&touching, arena, &touched, fault);
	if (status == OK)
		keep_counts(&comparison, &touched, journal->arena, adopted);
	return status;
}
