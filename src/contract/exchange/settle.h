/* SPDX-License-Identifier: EUPL-1.2 */
/* An order that the provider refused: what the contract manager agreed on, so that it does not stay refused.
 */
#ifndef CONTRACT_EXCHANGE_SETTLE_H
#define CONTRACT_EXCHANGE_SETTLE_H

#include "common/journal/journal.h"

/* The fact that a refusal was settled with the provider. */
struct refusal_settled {
	int64_t person;
	int64_t assignment;
	const char *how;   /* a code of refusal_ways */
	const char *words; /* what was agreed, and with whom */
	bool is_refused;   /* at the door: the order stands as refused */
};
extern const struct choice refusal_ways[];
extern const struct journal_kind refusal_settled_kind;
#define SETTLE_RULES_COUNT 1
extern const struct journal_rule settle_rules[SETTLE_RULES_COUNT];

#endif
