/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages as the register has them to tell: orders as a 301, and the 305 that would answer to an order. */
#ifndef CONTRACT_EXCHANGE_COMPOSE_H
#define CONTRACT_EXCHANGE_COMPOSE_H

#include "common/journal/journal.h"
#include "common/person/person.h"
#include "common/scheme/scheme.h"
#include "contract/exchange/message.h"
#include "contract/exchange/order.h"

/* Who an order is about, and between whom it goes. */
struct order_address {
	struct identity client;
	const char *bsn;
	const char *municipality; /* CBS code; NULL when the scheme no longer has the product */
	const char *provider; /* AGB code of the party that answers; NULL when the scheme no longer has it */
};
/* NOT_FOUND: the vault has no such person, or no BSN. */
enum status order_address(struct journal *journal, const struct order_line *order,
                          struct order_address *ret_address, struct fault *fault) MUST_CHECK;

/* The code of the authority in whose area the client lives; of the first one where no area says so. */
const char *compose_municipality(const struct scheme *scheme, const struct identity *client, struct date on,
                                 struct arena *arena);
/* The AGB code of a party; NULL when no scheme of the register has it. */
const char *compose_provider(const struct journal *journal, const char *party);
/* The client of a message, without contacts; the product as messages name it. */
struct message_client compose_client(const struct order_address *address, struct arena *arena);
struct message_product compose_product(const struct journal *journal, const char *name);

/* The 301's identification that goes with an order's number, and back; 0 when it is none of ours. */
const char *order_identification(int64_t number, struct arena *arena);
int64_t order_identified(const char *identification);

/* The code of ours for a code of the standard; NULL when there is none. */
const char *house_code(const struct choice *choices, const char *(*code_of)(const char *), const char *code);
/* The product with that category and code in one of the register's schemes (TR381); NULL when none has it. */
const struct scheme_product *product_in_message(const struct journal *journal,
                                                const struct message_product *product);

/* The 301 with these orders (struct order_line), all of the same client and party, in the journal's arena. */
struct message_item compose_orders(const struct journal *journal, const struct order_address *address,
                                   const struct records *orders, struct message_identity identity);
/* The 305 with which the provider would report a start of the order, on a day not after the message's. */
struct message_item compose_start(const struct journal *journal, const struct order_address *address,
                                  const struct order_line *order, struct message_identity identity);
/* What a provider reports in a message: that care began, or stopped. */
struct told_report {
	const char *code;      /* "WMO305" or "WMO307" */
	struct date begins_on; /* of the start that it is, or that it ends */
	const char *reason;    /* of a stop: a code of message_stop_reasons */
	struct date ends_on;   /* of a stop */
	bool is_deletion;      /* it was reported before, and did not happen (status 3) */
};
/* The 305 or the 307 with it. */
struct message_item compose_report(const struct journal *journal, const struct order_address *address,
                                   const struct order_line *order, const struct told_report *report,
                                   struct message_identity identity);

#endif
