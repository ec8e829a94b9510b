/* SPDX-License-Identifier: EUPL-1.2 */
/* An order that ends before the day it was placed for: the provider who knows of it must be told. */
#ifndef CONTRACT_EXCHANGE_ORDER_END_H
#define CONTRACT_EXCHANGE_ORDER_END_H

#include "common/journal/journal.h"

/* The notice that an order ends early; it follows the end of its assignment. */
struct order_end {
	int64_t person;
	int64_t assignment;
	struct date ended_on; /* the first day without this provider */
	const char *because;  /* why, in a word of practice; NULL in facts of before */
	/* at the door */
	const char *change_reason; /* by code list WMO002 (RedenWijziging) */
	bool is_sent;              /* the provider knows of the order */
	bool is_told;              /* it ended the order itself */
};
extern const struct journal_kind order_ended_kind;

/* The fact that the provider was told so. */
struct order_end_told {
	int64_t person;
	int64_t assignment;
	const char *words;
	bool is_open; /* at the door: the order ends early, of which the provider knew otherwise */
};
extern const struct journal_kind order_end_told_kind;
#define ORDER_END_RULES_COUNT 1
extern const struct journal_rule order_end_rules[ORDER_END_RULES_COUNT];

#endif
