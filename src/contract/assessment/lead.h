/* SPDX-License-Identifier: EUPL-1.2 */
/* What an award asks of the scheme: where it names one party per area, signing alone puts nobody there. */
#ifndef CONTRACT_ASSESSMENT_LEAD_H
#define CONTRACT_ASSESSMENT_LEAD_H

#include "contract/assessment/assessment_store.h"

/*
 * What is to be done with the scheme once somebody signs for a lot, in the journal's language and
 * arena; NULL: nothing, for whoever signs may be chosen there.
 */
const char *lead_words(const struct journal *journal, const struct tender_notice *notice, const char *lot);

#endif
