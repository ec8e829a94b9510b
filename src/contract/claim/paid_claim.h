/* SPDX-License-Identifier: EUPL-1.2 */
/* What of a claim was paid: payments that name the claim, which funding brings. Amounts in cents. */
#ifndef CONTRACT_CLAIM_PAID_CLAIM_H
#define CONTRACT_CLAIM_PAID_CLAIM_H

#include "common/journal/journal.h"

struct claim_payment {
	int64_t payment, claim; /* facts */
	int64_t cents;
	struct date paid_on;
};
/* What there is to pay of a claim. */
struct claim_payable {
	const char *party; /* who claimed */
	struct date month;
	int64_t granted, paid;
};

/* Keeps a payment with its claim. */
enum status claim_pay(struct db *db, int64_t register_id, const struct claim_payment *payment,
                      struct fault *fault) MUST_CHECK;
/* What was approved of a claim and paid so far; NOT_FOUND. In the journal's arena. */
enum status claim_payable_of(struct journal *journal, int64_t claim, struct claim_payable *ret_payable,
                             struct fault *fault) MUST_CHECK;

#endif
