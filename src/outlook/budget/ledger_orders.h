/* SPDX-License-Identifier: EUPL-1.2 */
/* What orders are worth, for a ledger that has its parties. */
#ifndef OUTLOOK_BUDGET_LEDGER_ORDERS_H
#define OUTLOOK_BUDGET_LEDGER_ORDERS_H

#include "outlook/budget/ledger.h"

/* Adds the lines, and to the parties what was granted, delivered, and how many orders there are. */
enum status ledger_add_orders(struct journal *journal, const struct ledger_asked *asked,
                              struct ledger *ledger, struct fault *fault) MUST_CHECK;
/* The contract party that answers for a party on a day, in this ledger; NULL where none does. */
struct ledger_party *ledger_holder(struct journal *journal, struct ledger *ledger, const char *party,
                                   struct date on);

#endif
