/* SPDX-License-Identifier: EUPL-1.2 */
/* Help at once as a grant: it runs until the decision on the application takes its place (Wmo 2015,
 * art. 2.3.3). */
#ifndef PRACTICE_DECISION_AT_ONCE_H
#define PRACTICE_DECISION_AT_ONCE_H

#include "practice/decision/decision.h"

/* Help at once that a decision on the application ends: the first day without it. */
struct at_once_end {
	int64_t urgent;
	struct date ends_from;
};
extern const struct record at_once_end_record;
/* An assignment that ends with it; put there by whoever knows the assignments. */
struct at_once_support {
	int64_t assignment;
	struct date ends_from;
};
extern const struct record at_once_support_record;

/*
 * What of it a decision ends: on the day on which what is granted begins; after a refusal when the notice of
 * the scheme has run, so that the letter comes before the change. Its situation knows the report's person.
 */
enum status at_once_complete(struct journal *journal, struct decision *decision,
                             struct fault *fault) MUST_CHECK;
/* For apply: those lines end. */
enum status at_once_keep_end(struct db *db, int64_t register_id, const struct decision *decision,
                             struct fault *fault) MUST_CHECK;
/* Whether what was decided then is help at once. */
enum status at_once_is(struct journal *journal, int64_t person, int64_t decision, bool *ret_is,
                       struct fault *fault) MUST_CHECK;
/* What runs of it with a report, as struct granted_line. */
enum status at_once_lines(struct journal *journal, int64_t person, int64_t report, struct records *ret_lines,
                          struct fault *fault) MUST_CHECK;

/* The grant follows the fact urgent_help_given; one from before it had an amount grants nothing here. */
journal_apply at_once_follow;
/* Whether the product runs already in (a part of) its days. */
enum status at_once_judge(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                          struct fault *fault) MUST_CHECK;

#endif
