/* SPDX-License-Identifier: EUPL-1.2 */
/* Files of marks, bids, clients and assumptions as anybody may bring them: what has no finding can be judged.
 */
#include <assert.h>

#include "contract/tender/assume.h"
#include "contract/tender/bids.h"

#define ARENA_BYTES ((size_t)512 * 1024 * 1024)

static const struct tender_criterion criteria[] = { { "v", "V", 60, { 5 * DECIMAL_ONE } },
	                                            { "u", "U", 40, { 0 } } };
static const char *names[] = { "o", "w" };
static const struct tender_lot lots[] = { { "a", "A", { &names[0], NULL, 1 }, 0 },
	                                  { "b", "B", { &names[1], NULL, 1 }, 1 } };

static void marks(const struct tender_terms *terms, const char *bytes, size_t size, struct findings *findings)
{
	struct tender_bids bids = marks_read(bytes, size, terms, findings);
	struct award_outcome *outcomes = ARENA_MANY(findings->arena, bids.count + 1, struct award_outcome);
	const struct what_if_range range = { { 0 }, terms->highest };
	struct clients none = { 0 };
	const struct what_if_step *steps;

	if (findings->count > 0)
		return;
	award_judge(terms, &bids, outcomes);
	steps = what_if(terms, &bids, &none, &range, findings->arena);
	for (size_t i = 0; i < bids.count; i++)
		assert(outcomes[i].why != AWARD_WON || outcomes[i].rank > 0);
	assert(steps[0].awarded <= bids.bidders.count &&
	       steps[0].awarded >= steps[what_if_steps(&range) - 1].awarded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct findings findings = findings_new(arena, "nl");
	struct names bidders = { .arena = arena };
	const struct tender_terms terms = { .lots = lots,
		                            .lots_count = COUNT(lots),
		                            .criteria = criteria,
		                            .criteria_count = COUNT(criteria),
		                            .threshold = { 8 * DECIMAL_ONE },
		                            .highest = { 10 * DECIMAL_ONE },
		                            .areas = { names, NULL, COUNT(names) } };
	const char *bytes = (const char *)data + 1;

	if (size == 0)
		return 0;
	(void)names_add(&bidders, "x");
	switch (data[0] % 4) {
	case 0:
		marks(&terms, bytes, size - 1, &findings);
		break;
	case 1:
		(void)area_bids_read(bytes, size - 1, &terms.areas, NULL, terms.highest, &findings);
		(void)area_clients_read(bytes, size - 1, &terms.areas, &findings);
		break;
	case 2:
		(void)clients_read(bytes, size - 1, &bidders, &findings);
		break;
	default:
		(void)assumption_read(bytes, size - 1, &terms, &findings);
		break;
	}
	return 0;
}
