/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of levels 3 and 4 for what a provider asks, against the orders that it was sent and what it asked
 * before. */
#ifndef CONTRACT_EXCHANGE_ASKED_RULES_H
#define CONTRACT_EXCHANGE_ASKED_RULES_H

#include "contract/exchange/asked.h"
#include "contract/exchange/message.h"

/* A part of a request, with what it is held against. */
struct asked_part {
	const struct message_change *change;   /* of a WMO317 as a whole; else NULL */
	const struct message_request *request; /* of a WMO315; else NULL */
	const struct message_wish *wish;       /* one product of the WMO317; NULL for the whole */
	const struct order_line *order;        /* that the wish names, where it is a current one; else NULL */
	const char *wish_sort;                 /* kept, changed or added */
	const struct records *wishes;          /* of struct asked_wish: all of the request */
	bool is_agreed;                        /* the product that is asked stands in the agreed list */
	struct date dated;                     /* of the message */
	struct asked_before before;
	struct records orders; /* of struct order_line: all of the client at the party */
};

/* The order as the provider was told it: whether it is a current one on a day (iWmo 3.2, OP087, TR349). */
bool asked_order_is_current(const struct order_line *order, struct date on);
/* The current order of that number; NULL. */
const struct order_line *asked_current_order(const struct records *orders, int64_t number, struct date on);
/* The code of the first rule that the part breaks, "TR347"; NULL when it breaks none. */
const char *asked_broken_rule(const struct asked_part *part);

#endif
