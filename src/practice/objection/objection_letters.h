/* SPDX-License-Identifier: EUPL-1.2 */
/* What a resident is told about an objection; each a reaction, in the words of data/letters. */
#ifndef PRACTICE_OBJECTION_OBJECTION_LETTERS_H
#define PRACTICE_OBJECTION_OBJECTION_LETTERS_H

#include "common/journal/journal.h"

/* That it came in, by when it is decided, and what is missing (Awb 6:14): to objection_received. */
enum status objection_write_confirmation(struct journal *journal, const struct journal_fact *cause,
                                         void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;
/* When and where the hearing is: to hearing_planned. */
enum status objection_write_invitation(struct journal *journal, const struct journal_fact *cause, void *item,
                                       bool *ret_follows, struct fault *fault) MUST_CHECK;
/* That the decision comes later: to objection_adjourned. */
enum status objection_write_adjournment(struct journal *journal, const struct journal_fact *cause, void *item,
                                        bool *ret_follows, struct fault *fault) MUST_CHECK;
/* The decision, its reasons and the way to court (7:12): to objection_decided. */
enum status objection_write_decision(struct journal *journal, const struct journal_fact *cause, void *item,
                                     bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
