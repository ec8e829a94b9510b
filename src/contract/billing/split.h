/* SPDX-License-Identifier: EUPL-1.2 */
/* What of a claimed amount is whose along the chain below who claims; for its own eyes. Amounts in cents. */
#ifndef CONTRACT_BILLING_SPLIT_H
#define CONTRACT_BILLING_SPLIT_H

#include "common/journal/journal.h"
#include "contract/billing/billing.h"
#include "contract/billing/split_amount.h"

/* What an organisation has of a claim, over its lines that were not refused. */
struct split_total {
	const char *party;
	int64_t lines, delivered;
	struct money cents;
};
extern const struct record split_total_record;
/* By party, who claims last; in the journal's arena. */
enum status split_claim(struct journal *journal, const struct billing_claim *claim,
                        struct records *ret_totals, struct fault *fault) MUST_CHECK;

/* What an organisation delivered under the claim of another, with what it gets where a price is agreed. */
struct split_own {
	int64_t fact, number, assignment, unit, amount;
	const char *party, *state; /* party: who claimed; state: waits, granted, refused */
	struct date month, approved_on;
	bool is_credit;
	int64_t price; /* SPLIT_NO_PRICE: no price is agreed */
};
enum status split_own_parts(struct journal *journal, const char *party, struct date on,
                            struct records *ret_parts, struct fault *fault) MUST_CHECK;

#endif
