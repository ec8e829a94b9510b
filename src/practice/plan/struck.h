/* SPDX-License-Identifier: EUPL-1.2 */
/* A norm set that a court or the municipality struck down: from a day on it is no ground for a decision. */
#ifndef PRACTICE_PLAN_STRUCK_H
#define PRACTICE_PLAN_STRUCK_H

#include "common/journal/journal.h"

struct struck_situation {
	bool is_known_set, is_struck; /* already */
};

/* The fact that a norm set was struck down. */
struct norm_struck {
	const char *norm_set;
	struct date from;
	const char *why;
	const char *ruling; /* where it can be read, such as an ECLI number */
	struct struck_situation situation;
};
extern const struct record norm_struck_record;
extern const struct journal_kind norm_set_struck_down_kind;
#define STRUCK_RULES_COUNT 2
extern const struct journal_rule struck_rules[STRUCK_RULES_COUNT];

/* How a norm set stands on a day. */
enum norm_standing { NORM_HOLDS, NORM_UNKNOWN, NORM_NOT_IN_FORCE, NORM_STRUCK_DOWN };
enum status norm_standing_on(struct journal *journal, const char *norm_set, struct date on,
                             enum norm_standing *ret_standing, struct fault *fault) MUST_CHECK;
/* That it was struck down, as it is kept; NOT_FOUND. */
enum status norm_struck_of(struct journal *journal, const char *norm_set, struct norm_struck *ret_struck,
                           struct fault *fault) MUST_CHECK;

#endif
