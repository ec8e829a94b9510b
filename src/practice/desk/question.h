/* SPDX-License-Identifier: EUPL-1.2 */
/* A question that is for somebody else: the desk passes it on, and no investigation begins. */
#ifndef PRACTICE_DESK_QUESTION_H
#define PRACTICE_DESK_QUESTION_H

#include "common/journal/kind.h"

struct question_situation {
	struct date today;
	bool is_known_person; /* a number was given, and it exists */
	bool is_known_theme;  /* a scheme of the register speaks of it, on whatever day */
	bool has_route;       /* and says for whom it is on the day */
	bool is_ours;         /* it stays at the desk */
	bool is_open;         /* no question at the desk was named, or it is still open */
};

/*
 * The fact that a question was passed on to a partner. Who asks need not be known: what is passed on asks no
 * file of its own.
 */
struct question {
	int64_t person; /* of somebody who is known already, or 0 */
	const char *theme, *asked, *channel;
	struct date asked_on;
	int64_t question;        /* the question at the desk that is passed on, or 0 */
	const char *spoken_with; /* who took it at the partner's */
	/* at the door */
	const char *to; /* a partner of the scheme */
	struct question_situation situation;
};
extern const struct record question_record;
extern const struct journal_kind question_passed_on_kind;
#define QUESTION_RULES_COUNT 7
extern const struct journal_rule question_rules[QUESTION_RULES_COUNT];

#endif
