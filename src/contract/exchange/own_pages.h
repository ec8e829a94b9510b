/* SPDX-License-Identifier: EUPL-1.2 */
/* For a provider: what municipalities ordered in its own register, what it said of that, and what it asks. */
#ifndef CONTRACT_EXCHANGE_OWN_PAGES_H
#define CONTRACT_EXCHANGE_OWN_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record own_orders_view_record, own_order_view_record;

/* GET /orders/own: ?after=NUMBER */
void own_orders_page(struct http_request *request, struct http_response *response, void *context);
/* GET /orders/own/{order} */
void own_order_page(struct http_request *request, struct http_response *response, void *context);

#endif
