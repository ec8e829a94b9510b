/* SPDX-License-Identifier: EUPL-1.2 */
/* Counting open terms again: after the letter left, and when the list of holidays changed. */
#ifndef PRACTICE_TERM_RECOUNT_H
#define PRACTICE_TERM_RECOUNT_H

#include "practice/term/term.h"

/* How it went: the open terms looked at, and those that got another last day. */
struct recount_told {
	int64_t open, changed;
};
/*
 * Counts every open term of the register with the journal's calendar; each that ends on another day gets a
 * fact term_recounted. What is closed, and a right of the resident whose last day has passed, stays as it
 * was.
 */
enum status terms_recount(struct journal *journal, struct recount_told *ret_told,
                          struct fault *fault) MUST_CHECK;

/*
 * The same when the journal's list of holidays is another than the one by which this register was counted
 * last; nothing happens when it is not. A run that was cut off goes on with what is left.
 */
enum status terms_follow_holidays(struct journal *journal, struct recount_told *ret_told,
                                  struct fault *fault) MUST_CHECK;

/*
 * The term of a decision's letter runs from the day on which that left (Awb 3:41 and 6:8): a reaction to
 * letter_dispatched, written as struct term_recounted.
 */
enum status term_follows_dispatch(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
