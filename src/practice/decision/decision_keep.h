/* SPDX-License-Identifier: EUPL-1.2 */
/* What every kind of decision does at the door and keeps; only the decision slice's own files include this.
 */
#ifndef PRACTICE_DECISION_DECISION_KEEP_H
#define PRACTICE_DECISION_DECISION_KEEP_H

#include "practice/decision/decision.h"

/* Fills what the scheme says of each line's product, and what the rules need to know of the lines. */
enum status decision_complete_lines(struct journal *journal, struct decision *decision,
                                    struct fault *fault) MUST_CHECK;
/* The notice that the scheme of the product gives before a change, in days. */
int64_t decision_notice_days(const struct journal *journal, const char *product);
/* The decision and its lines; the item begins with a struct decision. */
journal_apply decision_keep;

#endif
