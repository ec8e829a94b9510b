/* SPDX-License-Identifier: EUPL-1.2 */
/* What bidders are told of the award, winners and losers alike: their letters, and what follows once all
 * left.
 */
#ifndef CONTRACT_ASSESSMENT_TELLING_H
#define CONTRACT_ASSESSMENT_TELLING_H

#include "common/document/letter_show.h"
#include "contract/assessment/deciding.h"

/* Reaction to the award: a letter for each bid, in the words of data/letters/award_*.txt. */
enum status telling_write(struct journal *journal, const struct journal_fact *cause, size_t place, void *item,
                          bool *ret_follows, struct fault *fault);
/* Reaction to a letter that left: after the last one the standstill begins. */
enum status telling_begin_standstill(struct journal *journal, const struct journal_fact *cause, void *item,
                                     bool *ret_follows, struct fault *fault);

/* Which letter: about the bid, in the round; of every round there is one, and all are kept. */
struct letter_asked {
	const char *tender;
	int64_t bid, round;
};
/* A letter about a round to a bidder. */
struct award_letter_kept {
	struct award_letter letter;
	int64_t number; /* the fact */
	struct date sent_on;
	const char *how;
};
/* NOT_FOUND where none was written. */
enum status award_letter_find(struct journal *journal, const struct letter_asked *asked,
                              struct award_letter_kept *ret_kept, struct fault *fault) MUST_CHECK;
/* The letters about a bid, of all rounds, the newest first: struct award_letter_round. */
struct award_letter_round {
	int64_t round;
	struct date dated, sent_on, standstill_until; /* no day: not sent; not every bidder was told */
};
enum status award_letters_of(struct journal *journal, const struct letter_asked *asked,
                             struct records *ret_letters, struct fault *fault) MUST_CHECK;
/* The letter as it is read, on screen and on paper. */
struct letter_shown award_letter_shown(const struct award_letter_kept *kept, const char *register_name,
                                       struct arena *arena);

/* All letters of a round in one file for the printer, at path, in the order of the results. */
struct letters_printed {
	const char *tender;
	int64_t round;
	const char *register_name, *path;
};
enum status award_letters_print(struct journal *journal, const struct letters_printed *printed,
                                struct fault *fault) MUST_CHECK;

#endif
