/* SPDX-License-Identifier: EUPL-1.2 */
/* Who decides is somebody with an account here who may (Awb, art. 10:3 and 10:10). */
#ifndef COMMON_ACCESS_DECIDER_H
#define COMMON_ACCESS_DECIDER_H

#include "common/journal/journal.h"

/*
 * Refuses a decision in which decided_by is the name of nobody here who may bring such a fact, where somebody
 * with an account enters it. "B. Besluit" is Bas Besluit.
 */
enum status decider_check(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                          struct fault *fault) MUST_CHECK;
/* Who may bring such a decision, by name: what its form offers in decided_by. NULL for a fact that is not
 * only a decider's, and where there is nobody. */
const struct choice *decider_choices(const struct journal *journal, const struct journal_kind *kind);
/* Whether a name as it was written is that of somebody called so: whole, or the first letter and the last
 * word. */
bool decider_is(const char *written, const char *name);

#endif
