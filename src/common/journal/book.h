/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking things up in the book of kinds: a kind by its name, a rule or what there is to do by its code. */
#ifndef COMMON_JOURNAL_BOOK_H
#define COMMON_JOURNAL_BOOK_H

#include "common/journal/kind.h"

/* The code of a corner, as it stands in tables. */
const char *corner_code(enum corner corner);

/* The kind of that name; NULL when there is none. */
const struct journal_kind *journal_kind_named(const struct journal_book *book, const char *name);
/* The rule of that code, for its words; NULL when there is none. */
const struct journal_rule *journal_rule_of(const struct journal_book *book, const char *kind,
                                           const char *code);
/* What there is to do after a rule of that code was broken; NULL when the book has no words for it. */
const struct journal_todo *journal_todo_of(const struct journal_book *book, const char *code);

/* A reaction that points back or at itself, a kind named twice, a notice's rule of which nobody is told what
 * to do: FAILED with words. */
enum status journal_check_book(const struct journal_book *book, struct fault *fault) MUST_CHECK;

#endif
