/* SPDX-License-Identifier: EUPL-1.2 */
/* Sending letters: which have left, when and how; which wait, and how many. */
#ifndef COMMON_DOCUMENT_DISPATCH_H
#define COMMON_DOCUMENT_DISPATCH_H

#include "common/access/sight.h"
#include "common/document/letter.h"

struct dispatch_situation {
	struct date today, dated /* of the letter */;
	bool is_known, is_sent;
};

/* The fact that a letter left: from that day it is made known, and terms run (Awb, art. 3:41 and 6:8). */
struct dispatch {
	int64_t letter;
	struct date dispatched_on;
	const char *how; /* dispatch_ways */
	/* at the door */
	int64_t person;
	struct date last_day; /* of the term that it opens; no date where it opens none */
	struct dispatch_situation situation;
};
extern const struct record dispatch_record;
extern const struct choice dispatch_ways[];
extern const struct choice dispatch_ends[]; /* the ways, and a letter that was withheld */
extern const struct journal_kind letter_dispatched_kind;
#define DISPATCH_RULES_COUNT 4
extern const struct journal_rule dispatch_rules[DISPATCH_RULES_COUNT];

/*
 * The kind of term that a letter of this sort opens when it is made known (Awb, art. 3:41, 6:7 and 6:8); NULL
 * for a letter that is no decision.
 */
const char *dispatch_opens(const char *sort);

/* The fact that a letter does not leave any more: whom it was for died. */
struct letter_withheld {
	int64_t letter;
	int64_t person;
	struct date withheld_on;
};
extern const struct journal_kind letter_withheld_kind;
/* One for each letter of who died that has not left. */
enum status letters_withhold(struct journal *journal, const struct journal_fact *cause, size_t place,
                             void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

/* The fact that a withheld letter leaves after all: whom it is for lives. */
struct letter_released {
	int64_t letter;
	int64_t person;
	struct date released_on;
};
extern const struct journal_kind letter_released_kind;
/* One for each withheld letter of who did not die after all. */
enum status letters_release(struct journal *journal, const struct journal_fact *cause, size_t place,
                            void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

/* --- as it is kept --- */

struct dispatch_kept {
	int64_t letter, person;
	struct date dispatched_on;
	const char *how;
	struct date last_day; /* of the term that it opened */
};
/* When and how a letter left; NOT_FOUND while it has not. */
enum status dispatch_of(struct journal *journal, int64_t letter, struct dispatch_kept *ret_dispatch,
                        struct fault *fault) MUST_CHECK;

/* A letter that has not left. */
struct waiting_letter {
	int64_t letter, person;
	const char *sort, *subject;
	struct date dated;
};
/* Which of them. */
struct waiting_asked {
	const char *sort; /* "" for all */
	int64_t after;    /* the last one of the page before; 0 at first */
	struct date on;   /* that had not left on that day; no date: now */
};
#define LETTERS_ON_A_PAGE 50
/* The next ones, the oldest first. */
enum status letters_waiting(struct journal *journal, const struct waiting_asked *asked,
                            struct records *ret_letters, struct fault *fault) MUST_CHECK;

/* How many of a sort have not left. */
struct waiting_count {
	const char *sort;
	int64_t waiting;
};
/* The counts of the sorts of which there are any; no date: now. */
enum status letters_waiting_counts(struct journal *journal, struct date on, struct records *ret_counts,
                                   struct fault *fault) MUST_CHECK;

/* The desk, which sends letters, reads the one that must still leave; a worker sends those of the own
 * clients. */
enum status dispatch_sight_of_sender(struct journal *journal, const struct sight_asked *asked,
                                     const char **ret_ground, struct fault *fault) MUST_CHECK;

#endif
