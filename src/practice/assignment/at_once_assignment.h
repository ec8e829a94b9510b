/* SPDX-License-Identifier: EUPL-1.2 */
/* Who comes at once: help that cannot wait is assigned in the same act, and ends with the decision on the
 * application. */
#ifndef PRACTICE_ASSIGNMENT_AT_ONCE_ASSIGNMENT_H
#define PRACTICE_ASSIGNMENT_AT_ONCE_ASSIGNMENT_H

#include "common/journal/journal.h"

/* The choice of an assignment that could not wait for the resident's (Wmo 2015, art. 2.3.3). */
#define CHOICE_URGENT "urgent"

/* Who can come by the scheme, or whether who is named can: completes urgent_help_given. */
enum status assignment_complete_urgent(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault) MUST_CHECK;
/* The assignment that follows; none where nobody can: then it waits, and the radar shows it. */
enum status assignment_at_once(struct journal *journal, const struct journal_fact *cause, void *item,
                               bool *ret_follows, struct fault *fault) MUST_CHECK;
/* It waits for a provider until then. */
journal_apply assignment_wait_for_urgent;

/* The assignments that end with a decision on the application: completes decision_taken. */
enum status assignment_complete_decision(struct journal *journal, struct journal_fact *fact,
                                         struct findings *findings, struct fault *fault) MUST_CHECK;
enum status assignment_end_at_once(struct journal *journal, const struct journal_fact *cause, size_t place,
                                   void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;
/* And what waited. */
journal_apply assignment_follow_at_once;

#endif
