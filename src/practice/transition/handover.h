/* SPDX-License-Identifier: EUPL-1.2 */
/* A client goes to another member of a combination, or to a subcontractor: no new award, decision or order,
 * but told before. */
#ifndef PRACTICE_TRANSITION_HANDOVER_H
#define PRACTICE_TRANSITION_HANDOVER_H

#include "common/journal/journal.h"

/* What the rules need to know of the world, put there at the door. */
struct handover_situation {
	struct date today;
	struct date valid_from, valid_until; /* of the assignment */
	struct date last_from;               /* the day on which the present deliverer began */
	bool is_assigned;                    /* the assignment is this person's */
	bool is_member;                      /* both work under the party that answers, or are it */
	bool may_hand_over;                  /* the municipality, or who answers for both */
	bool is_other;                       /* who comes does not deliver already */
	bool may_deliver;                    /* who comes has a lane for the product where the client lives */
};

/* The fact that another member or subcontractor of the same contract party delivers from a day on. */
struct handover {
	int64_t person;
	int64_t assignment;
	const char *to;
	struct date from;
	struct date told_on;
	const char *told_how;
	bool respects_choice;
	const char *reason;
	/* at the door */
	const char *from_member, *party, *product;
	struct handover_situation situation;
};
extern const struct record handover_record;
extern const struct choice told_ways[]; /* how a resident was told */
extern const struct journal_kind handover_made_kind;
#define HANDOVER_RULES_COUNT 10
extern const struct journal_rule handover_rules[HANDOVER_RULES_COUNT];

/* A handover as it is kept. */
struct handover_line {
	int64_t handover, assignment;
	struct date handed_on;
	const char *from_member, *to_member;
	struct date told_on;
	const char *told_how, *reason;
};
/* The handovers of a person, oldest first. */
enum status handovers_of(struct journal *journal, int64_t person, struct records *ret_lines,
                         struct fault *fault) MUST_CHECK;

#endif
