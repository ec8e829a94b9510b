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

/* A letter about the newest round to a bidder. */
struct award_letter_kept {
	struct award_letter letter;
	int64_t number; /* the fact */
	struct date sent_on;
	const char *how;
};
/* NOT_FOUND where none was written. */
enum status award_letter_find(struct journal *journal, const char *tender, int64_t bid,
                              struct award_letter_kept *ret_kept, struct fault *fault) MUST_CHECK;
/* The letter as it is read, on screen and on paper. */
struct letter_shown award_letter_shown(const struct award_letter_kept *kept, const char *register_name,
                                       struct arena *arena);

#endif
