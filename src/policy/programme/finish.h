/* SPDX-License-Identifier: EUPL-1.2 */
/* A programme ends: what came of it, and why. From then on nothing is recorded about it, and no tender hangs
 * on it. */
#ifndef POLICY_PROGRAMME_FINISH_H
#define POLICY_PROGRAMME_FINISH_H

#include "policy/programme/programme.h"

/* What came of a programme: was there a tender, will there be one again, or none. */
extern const struct choice programme_outcomes[];
/* The fact that a programme ended. */
struct programme_ended {
	struct programme_item of;
	const char *outcome, *reason;
	struct date ended_on; /* as it is kept */
	const char *ended_by;
	/* at the door: whether a tender of it can still be bid on, and whether one was opened */
	struct {
		bool has_running, has_opened;
	} situation;
};
extern const struct record programme_ended_record, programme_ending_record;
extern const struct journal_kind programme_ended_kind;
#define PROGRAMME_ENDED_RULES_COUNT 3
extern const struct journal_rule programme_ended_rules[PROGRAMME_ENDED_RULES_COUNT];

/* How it ended, by that day; NOT_FOUND where it runs. */
enum status programme_ending(struct journal *journal, const struct programme_asked *asked,
                             struct programme_ended *ret_ended, struct fault *fault) MUST_CHECK;

#endif
