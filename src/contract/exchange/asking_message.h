/* SPDX-License-Identifier: EUPL-1.2 */
/* A provider's own request as a message: the WMO315 or the WMO317, and whether it would be taken. */
#ifndef CONTRACT_EXCHANGE_ASKING_MESSAGE_H
#define CONTRACT_EXCHANGE_ASKING_MESSAGE_H

#include "contract/exchange/asking.h"
#include "contract/exchange/compose.h"

/* "WMO315" or "WMO317". */
const char *asking_code(const struct asking_line *asking);
/* The message, dated on the day that it was asked: written again it is the same. In the journal's arena. */
struct message_item asking_compose(const struct journal *journal, const struct asking_line *asking,
                                   const struct order_address *address);
/*
 * At the door: findings for all that the municipality would refuse it for, inside the message and against
 * the orders (struct order_line) that the provider has for the client, at the field of the form to change.
 */
enum status asking_check(struct journal *journal, const struct asking_line *asking,
                         const struct order_address *address, const struct records *orders,
                         struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
