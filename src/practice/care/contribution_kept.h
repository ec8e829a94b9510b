/* SPDX-License-Identifier: EUPL-1.2 */
/* Own contributions as they are kept, and the round with the CAK. */
#ifndef PRACTICE_CARE_CONTRIBUTION_KEPT_H
#define PRACTICE_CARE_CONTRIBUTION_KEPT_H

#include "common/journal/journal.h"
#include "platform/base/text.h"

/* What the CAK was told of a person, or will be, struct contribution_period, the earliest first. */
enum status contributions_of(struct journal *journal, int64_t person, struct records *ret_periods,
                             struct fault *fault) MUST_CHECK;

struct contribution_line {
	int64_t change, person, period;
	const char *sort, *state, *answer, *words;
	struct date from_day, last_day, made_on, sent_on, answered_on;
	const char *initials, *prefix, *surname;
};
extern const struct record contribution_line_record;
extern const struct choice contribution_states[]; /* open, sent, refused, accepted, settled */
#define CONTRIBUTIONS_ON_A_PAGE 50
/* The changes in a state after a number, oldest first. */
enum status contribution_lines(struct journal *journal, const char *state, int64_t after,
                               struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* Whose change it is; NOT_FOUND. */
enum status contribution_person(struct journal *journal, int64_t change, int64_t *ret_person,
                                struct fault *fault) MUST_CHECK;
struct contribution_count {
	const char *state;
	int64_t changes;
};
enum status contribution_counts(struct journal *journal, struct records *ret_counts,
                                struct fault *fault) MUST_CHECK;

/* Brings every change that there is for one person, exactly once; ret_changes: how many. */
enum status contribution_look_at(struct journal *journal, int64_t person, size_t *ret_changes,
                                 struct fault *fault) MUST_CHECK;
/* The same for everybody whose decision says that a contribution is owed, in transactions of its own. */
enum status contributions_look(struct journal *journal, size_t *ret_changes, struct fault *fault) MUST_CHECK;

/* How a round went. */
struct contribution_round {
	size_t changes, sent, without_bsn, answered, unknown;
};
/*
 * Puts what is to be told in text, a line each, and notes that it was sent; without a BSN a change stays. The
 * caller keeps the text before it commits.
 */
enum status contributions_send(struct journal *journal, struct text *text, struct contribution_round *round,
                               struct fault *fault) MUST_CHECK;
/* Takes in the answers of the CAK: a change, good or refused, and the code. */
enum status contributions_answer(struct journal *journal, const char *bytes, size_t length,
                                 struct contribution_round *round, struct fault *fault) MUST_CHECK;

#endif
