/* SPDX-License-Identifier: EUPL-1.2 */
/* After a founded objection: what was decided is open again, until the new decision is there (Awb 7:11 lid
 * 2). */
#ifndef PRACTICE_OBJECTION_REOPENED_H
#define PRACTICE_OBJECTION_REOPENED_H

#include "common/journal/journal.h"

/* The notice that a decision must be taken again; it leaves a task, which the new decision ends. */
struct decision_reopened {
	int64_t person, report, decision;
	int64_t objection;
	struct date reopened_on;
	/* at the door */
	bool is_refusal; /* nothing runs that could be changed: the application itself is decided on anew */
};
extern const struct record decision_reopened_record;
extern const struct journal_kind decision_reopened_kind;
#define REOPENED_RULES_COUNT 2
extern const struct journal_rule reopened_rules[REOPENED_RULES_COUNT];

/* It follows the decision on an objection that does not leave the decision as it was. */
enum status reopened_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                             bool *ret_follows, struct fault *fault) MUST_CHECK;
/* Whether a second decision on an application may be taken: completes decision_taken. */
enum status reopened_complete_decision(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
