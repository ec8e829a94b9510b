/* SPDX-License-Identifier: EUPL-1.2 */
/* Who comes to somebody's home: a helper of the party that delivers, from a day on. */
#ifndef PRACTICE_CARE_HELPER_H
#define PRACTICE_CARE_HELPER_H

#include "common/journal/journal.h"

/* What the rules need to know of the world, put there at the door. */
struct helper_situation {
	struct date today;
	bool is_own;    /* the visitor's party delivers the assignment to this person on the day */
	bool is_helper; /* the account is one of a helper of that party */
};

/* The fact that a helper comes from a day on, in the place of whoever came. */
struct helper_named {
	int64_t person, assignment;
	const char *helper; /* an account */
	struct date from;
	/* at the door */
	struct helper_situation situation;
};
extern const struct journal_kind helper_named_kind;
#define HELPER_RULES_COUNT 3
extern const struct journal_rule helper_rules[HELPER_RULES_COUNT];

#endif
