/* SPDX-License-Identifier: EUPL-1.2 */
/* What a resident is told about a term. */
#ifndef PRACTICE_TERM_TERM_LETTERS_H
#define PRACTICE_TERM_TERM_LETTERS_H

#include "practice/term/term.h"

/* That the decision comes later, when, and what the law says (Awb 4:14): a reaction to term_extended. */
enum status term_write_extension(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
