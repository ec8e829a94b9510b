/* SPDX-License-Identifier: EUPL-1.2 */
/* The receiver of a handover says that the client is in sight. */
#ifndef PRACTICE_TRANSITION_CONFIRM_H
#define PRACTICE_TRANSITION_CONFIRM_H

#include "common/journal/journal.h"

struct confirm_situation {
	struct date today, handed_on;
	bool is_due; /* an assignment of this person was handed over, and nobody has confirmed that */
};

/* The fact that who took over knows the client and comes. */
struct handover_confirmed {
	int64_t person;
	int64_t assignment;
	struct date confirmed_on;
	int64_t handover; /* at the door */
	struct confirm_situation situation;
};
extern const struct record handover_confirmed_record;
extern const struct journal_kind handover_confirmed_kind;
#define CONFIRM_RULES_COUNT 2
extern const struct journal_rule confirm_rules[CONFIRM_RULES_COUNT];

#endif
