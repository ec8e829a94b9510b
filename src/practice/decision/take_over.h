/* SPDX-License-Identifier: EUPL-1.2 */
/* A decision that was taken before this system, and still runs. */
#ifndef PRACTICE_DECISION_TAKE_OVER_H
#define PRACTICE_DECISION_TAKE_OVER_H

#include "practice/decision/decision.h"
#include "practice/desk/take_over.h"

/*
 * The fact that such a decision is continued here. It was told to the resident then, so no letter follows,
 * and its terms have passed; it has no report: its own number stands in that place.
 */
struct decision_taken_over {
	struct decision decision; /* first, so that what follows a decision can follow this one */
	const char *number;       /* the decision's own in the other system */
	const char *contact;      /* an account; NULL: whose turn it is */
	/* at the door */
	struct client_taken_over client;
	bool has_ended; /* every line's last day has passed */
};
extern const struct record decision_taken_over_record;
extern const struct journal_kind decision_taken_over_kind;
#define TAKEN_OVER_RULES_COUNT 10
extern const struct journal_rule taken_over_rules[TAKEN_OVER_RULES_COUNT];

/* The client follows it: owner and contact person from the first day on. */
enum status decision_take_client_over(struct journal *journal, const struct journal_fact *cause, void *item,
                                      bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
