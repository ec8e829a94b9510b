/* SPDX-License-Identifier: EUPL-1.2 */
/* A budget run as JSON and as words for a terminal. */
#ifndef CONTRACT_FUNDING_BUDGET_SHOW_H
#define CONTRACT_FUNDING_BUDGET_SHOW_H

#include "contract/funding/budget.h"
#include "platform/base/text.h"

/* {"total_cents":N,"parts":[{"party":..,"district":..,"cents":N,"because":[..]}]} */
void budget_to_json(const struct budget *budget, struct text *out);
void budget_to_words(const struct budget *budget, const char *language, struct arena *arena,
                     struct text *out);

#endif
