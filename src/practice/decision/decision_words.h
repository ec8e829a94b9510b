/* SPDX-License-Identifier: EUPL-1.2 */
/* What the letters about decisions, first and later ones, have in common. */
#ifndef PRACTICE_DECISION_DECISION_WORDS_H
#define PRACTICE_DECISION_DECISION_WORDS_H

#include "common/document/letter_words.h"
#include "practice/decision/budget.h"

/* "het college van burgemeester en wethouders van Voorbeeldstad"; authority may be NULL. In arena. */
const char *decision_college(const char *authority, struct arena *arena);
/* The product's label, or its name where no scheme has it any more. */
const char *decision_product_words(const struct journal *journal, const char *product);
/* The values of the template decision_budget. */
struct letter_values decision_budget_words(const struct journal *journal,
                                           const struct personal_budget *budget);

/* The values of the template step, one for each step of a term. */
struct decision_objection {
	struct records steps; /* struct term_step */
};
struct letter_values *decision_objection_words(const struct decision_objection *objection,
                                               struct arena *arena, size_t *ret_count);

#endif
