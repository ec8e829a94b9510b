/* SPDX-License-Identifier: EUPL-1.2 */
/* Who decides is somebody with an account here who may (Awb, art. 10:3 and 10:10). */
#ifndef COMMON_ACCESS_DECIDER_H
#define COMMON_ACCESS_DECIDER_H

#include "common/journal/journal.h"

/*
 * Refuses a decision in which decided_by is nobody who may decide, where somebody with an account enters
 * it.
 */
enum status decider_check(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                          struct fault *fault) MUST_CHECK;
/* Who may decide, by name: what the form of such a decision offers in decided_by. NULL for a fact that no
 * decider brings, and where there is nobody. */
const struct choice *decider_choices(const struct journal *journal, const struct journal_kind *kind);
/* Whether that is somebody among these accounts who may decide and is not closed: the full name, with the
 * account behind it where two share one: "Jan Jansen (jan)". */
bool decider_is(const struct records *accounts, const char *written, struct arena *arena);

#endif
