/* SPDX-License-Identifier: EUPL-1.2 */
/* Orders over which nothing was claimed yet in a month: what a provider's next claim would be about. */
#ifndef CONTRACT_CLAIM_FREE_H
#define CONTRACT_CLAIM_FREE_H

#include "common/journal/journal.h"
#include "contract/claim/volume.h"

struct claim_free {
	int64_t assignment, person, amount;
	const char *product, *unit, *frequency;
	struct claim_period valid;
};
/* Whose, and over which month. */
struct claim_free_asked {
	const char *party;
	struct claim_period month;
	int64_t most; /* orders */
};
enum status claim_free_count(struct journal *journal, const struct claim_free_asked *asked,
                             int64_t *ret_count, struct fault *fault) MUST_CHECK;
/* Visits the orders, by client and number; the texts last until the next visit. */
struct claim_free_visit {
	enum status (*visit)(void *context, const struct claim_free *order, struct fault *fault);
	void *context;
};
enum status claim_free_orders(struct journal *journal, const struct claim_free_asked *asked,
                              const struct claim_free_visit *visit, struct fault *fault) MUST_CHECK;

#endif
