/* SPDX-License-Identifier: EUPL-1.2 */
/* Why a party gets what it gets for an area, sentence by sentence. */
#ifndef CONTRACT_FUNDING_BUDGET_WHY_H
#define CONTRACT_FUNDING_BUDGET_WHY_H

#include "contract/funding/budget.h"

/* Fills the sentences of each part of a budget that was divided. */
void budget_say_why(const struct budget_question *question, const struct findings *findings,
                    struct budget *budget);

#endif
