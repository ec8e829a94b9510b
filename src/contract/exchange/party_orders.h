/* SPDX-License-Identifier: EUPL-1.2 */
/* The orders of one provider, as it was told them: what it may claim on. */
#ifndef CONTRACT_EXCHANGE_PARTY_ORDERS_H
#define CONTRACT_EXCHANGE_PARTY_ORDERS_H

#include "common/journal/journal.h"

struct party_order {
	int64_t assignment, person, amount;
	const char *party, *product, *unit, *frequency;
	const char *municipality; /* its code, of one that came in a message; "" of the register's own */
	const char *initials, *prefix, *surname; /* of the client; NULL once erased */
	bool has_bsn;
	struct date valid_from, valid_until; /* none: no end; equal to the first day: taken back */
	struct date started_on;              /* as the provider reported it */
};
/*
 * Those that left or came in, were not declined and began before a day, by number, in the journal's arena;
 * at most 100,000.
 */
enum status party_orders(struct journal *journal, const char *party, struct date before,
                         struct records *ret_orders, struct fault *fault) MUST_CHECK;
/* One of them; NOT_FOUND also where it never left or was declined. */
enum status party_order_of(struct journal *journal, int64_t assignment, struct party_order *ret_order,
                           struct fault *fault) MUST_CHECK;

#endif
