/* SPDX-License-Identifier: EUPL-1.2 */
/* The last look at who is out of sight, kept: of 50,000 clients a look takes a second, a list must not. */
#ifndef OUTLOOK_UNSEEN_UNSEEN_KEPT_H
#define OUTLOOK_UNSEEN_UNSEEN_KEPT_H

#include "outlook/unseen/unseen.h"

/* Looks again when facts came since the day was looked at, and keeps what is seen. */
enum status unseen_keep(struct journal *journal, struct date on, struct fault *fault) MUST_CHECK;
/* As unseen_keep where a look is quick or the day was never looked at; else the last look stays for now. */
enum status unseen_keep_if_quick(struct journal *journal, struct date on, struct fault *fault) MUST_CHECK;

/* The lists of a look: all lines, those that say no more than who somebody is, and of a team or a worker. */
#define UNSEEN_ALL "all"
#define UNSEEN_IDENTITY "identity"
#define UNSEEN_TEAM "team "
#define UNSEEN_MINE "mine "
#define UNSEEN_IN "; " /* behind any of them: of a municipality, with what lies in none */

/* Which lines of the look at a day. */
struct unseen_asked {
	struct date on;
	const char *whose; /* one of the lists above, of a team or worker with their name behind it */
	const char *kind;  /* a code, or "" for all */
	int64_t after;     /* so many are passed over */
	int64_t most;      /* so many come at most */
};
struct unseen_kept {
	int64_t *counts;      /* of each of unseen_kinds */
	struct records lines; /* of struct unseen_line without contact and team, oldest first */
};
/* From the last look; in the journal's arena. */
enum status unseen_list(struct journal *journal, const struct unseen_asked *asked,
                        struct unseen_kept *ret_kept, struct fault *fault) MUST_CHECK;

#endif
