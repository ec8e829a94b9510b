/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages that came in and were refused: they stay on the contract manager's list until somebody acted on
 * them. */
#ifndef CONTRACT_EXCHANGE_REFUSAL_H
#define CONTRACT_EXCHANGE_REFUSAL_H

#include "common/journal/journal.h"

/* The notice that a message was refused, and why. */
struct message_refused {
	const char *sender, *sort, *message; /* "" where it could not be read */
	const char *content_mark;            /* digest of the file: one entry for each */
	const char *reasons;                 /* one a line: code, place in the message, words */
	int64_t assignment;                  /* the order that it speaks of first; 0: none */
	const char *party;                   /* that it is from, or for; "" where nobody knows */
	bool answered;                       /* with the standard's answer */
};
extern const struct journal_kind message_refused_kind;

/* The fact that somebody acted on it. */
struct message_settled {
	int64_t report; /* the fact by which it was refused */
	const char *words;
	bool is_open; /* at the door */
};
extern const struct journal_kind message_settled_kind;
#define MESSAGE_SETTLED_RULES_COUNT 1
extern const struct journal_rule message_settled_rules[MESSAGE_SETTLED_RULES_COUNT];

struct refusal {
	int64_t fact;
	struct date refused_on;
	const char *sender, *sort, *message, *reasons;
	int64_t assignment;
};
#define REFUSALS_ON_A_PAGE 50
/* The next refusals after a fact that were open on a day, oldest first. */
enum status refusals_on(struct journal *journal, struct date on, int64_t after, struct records *ret_refusals,
                        struct fault *fault) MUST_CHECK;
/* Whether a file of that digest stands on the list. */
enum status refusal_is_open(struct journal *journal, const char *content_mark, bool *ret_is_open,
                            struct fault *fault) MUST_CHECK;

#endif
