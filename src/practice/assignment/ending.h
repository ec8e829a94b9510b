/* SPDX-License-Identifier: EUPL-1.2 */
/* An assignment that ends before its grant does: its line waits for another provider from that day on. */
#ifndef PRACTICE_ASSIGNMENT_ENDING_H
#define PRACTICE_ASSIGNMENT_ENDING_H

#include "common/journal/journal.h"

/* Help at once ends as the decision on the application takes its place. */
#define ENDED_REPLACED "replaced"
extern const struct choice ending_reasons[];

/* The fact that an assignment ends early; it follows from what happened, such as a move. */
struct assignment_end {
	int64_t person;
	int64_t assignment;
	struct date ended_on; /* the first day without this provider */
	const char *because;  /* of ending_reasons */
	struct date told_on;  /* when the resident was told, where we ended it; */
	const char *told_how; /* and how */
	/* at the door: what waits again */
	int64_t decision, line;
	const char *product, *unit, *frequency;
	int64_t amount;
	struct date waits_from, last_day; /* of the grant, as far as it is still to come */
};
/* Whether the line waits for another provider then: not when what was granted ends with it. */
static inline bool assignment_end_waits(const struct assignment_end *end)
{
	return !date_is(end->last_day) || !date_before(end->last_day, end->waits_from);
}
extern const struct record assignment_end_record;
extern const struct journal_kind assignment_ended_kind;

/* A line is changed, ended or withdrawn: which assignments end with it, that they do, and what waits then. */
enum status assignment_complete_later(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault) MUST_CHECK;
enum status assignment_end_later(struct journal *journal, const struct journal_fact *cause, size_t place,
                                 void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;
journal_apply assignment_follow_later;
/* A granted line goes on after all, and waits for a provider. */
journal_apply assignment_follow_restored;

#endif
