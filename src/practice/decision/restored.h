/* SPDX-License-Identifier: EUPL-1.2 */
/* What a departure ended stands again where nobody departed after all. */
#ifndef PRACTICE_DECISION_RESTORED_H
#define PRACTICE_DECISION_RESTORED_H

#include "common/journal/journal.h"

/* The fact that a granted line stands again as it was granted; a provider is looked for again. */
struct decision_restored {
	int64_t person, later; /* later: the decision that ended it */
	int64_t report, decision, line;
	const char *product, *unit, *frequency;
	int64_t amount;
	bool is_budget;
	struct date from, until; /* what is still to come of it, half-open */
	struct date restored_on;
};
extern const struct record decision_restored_record;
extern const struct journal_kind decision_restored_kind;

/* One for each line with days left that the departure ended. */
enum status decisions_restore(struct journal *journal, const struct journal_fact *cause, size_t place,
                              void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
