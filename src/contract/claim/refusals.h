/* SPDX-License-Identifier: EUPL-1.2 */
/* The lines of a claim that were not approved, by the references that their provider gave them. */
#ifndef CONTRACT_CLAIM_REFUSALS_H
#define CONTRACT_CLAIM_REFUSALS_H

#include "common/journal/journal.h"

struct claim_refusal {
	const char *reference, *codes; /* codes: separated by blanks */
};
/* Of the claim that a fact brought, in the journal's arena; at most 100,000. */
enum status claim_refusals(struct journal *journal, int64_t claim, struct records *ret_refusals,
                           struct fault *fault) MUST_CHECK;

#endif
