/* SPDX-License-Identifier: EUPL-1.2 */
/* Who may be out of sight, since when, and what to do about it. */
#ifndef OUTLOOK_UNSEEN_UNSEEN_H
#define OUTLOOK_UNSEEN_UNSEEN_H

#include "common/journal/journal.h"

/* A kind of being out of sight. */
struct unseen_kind {
	const char *code;
	const char *label; /* Dutch */
	const char *todo;  /* Dutch: what to do */
	const char *act;   /* Dutch: on the button that does it */
	const char *page;  /* where, with {person} and {number} */
	/* Of those on a day; NULL where code finds them. $1 register, $2 day, $3 and $4 the first and the
	 * last person that are looked at, $5 the day that is long ago. */
	const struct db_query *query;
	int64_t days; /* how long ago that is; below 0: how far ahead */
	/* it says who somebody is and no more, so that all of practice may see it (data/who_sees_what.csv) */
	bool is_identity;
};
extern const struct unseen_kind unseen_kinds[];
extern const size_t unseen_kinds_count;

struct unseen_line {
	int64_t person; /* 0 where nobody wrote down who asked */
	int64_t number; /* of the question, the assignment, the letter */
	struct date since;
	const char *contact, *team; /* whose client it is on the day; "" for nobody's */
	const char *place; /* the municipality, where the register has several; "" for none of them */
	size_t kind;       /* in unseen_kinds */
};
extern const struct record unseen_line_record;

/* All of a register on a day, oldest first, and among how many people; in the journal's arena. */
enum status unseen_on(struct journal *journal, struct date on, struct records *ret_lines, int64_t *ret_people,
                      struct fault *fault) MUST_CHECK;
/* Of one client, oldest first, without whose client it is; birthdays are looked at for everybody at once
 * only. */
enum status unseen_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                      struct fault *fault) MUST_CHECK;

#endif
