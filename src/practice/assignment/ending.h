/* SPDX-License-Identifier: EUPL-1.2 */
/* An assignment that ends before its grant does: its line waits for another provider from that day on. */
#ifndef PRACTICE_ASSIGNMENT_ENDING_H
#define PRACTICE_ASSIGNMENT_ENDING_H

#include "common/journal/journal.h"

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
extern const struct record assignment_end_record;
extern const struct journal_kind assignment_ended_kind;

#endif
