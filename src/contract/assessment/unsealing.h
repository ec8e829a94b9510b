/* SPDX-License-Identifier: EUPL-1.2 */
/* Reactions by which the marks of a lot open: once nobody owes one any more. */
#ifndef CONTRACT_ASSESSMENT_UNSEALING_H
#define CONTRACT_ASSESSMENT_UNSEALING_H

#include "common/journal/journal.h"

/* After the last mark. */
enum status unsealing_after_mark(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault);
/* After who still owed one turned out to have an interest. */
enum status unsealing_after_conflict(struct journal *journal, const struct journal_fact *cause, void *item,
                                     bool *ret_follows, struct fault *fault);
/* After who still owed some left: for each lot that nothing is owed in. */
enum status unsealing_after_leaving(struct journal *journal, const struct journal_fact *cause, size_t place,
                                    void *item, bool *ret_follows, struct fault *fault);

#endif
