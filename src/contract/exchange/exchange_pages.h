/* SPDX-License-Identifier: EUPL-1.2 */
/* Orders for who watches over the message traffic. */
#ifndef CONTRACT_EXCHANGE_EXCHANGE_PAGES_H
#define CONTRACT_EXCHANGE_EXCHANGE_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /orders: ?state=, ?after=NUMBER */
void orders_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record orders_view_record;
/* GET /orders/{order} */
void order_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record order_view_record;
/* GET /orders/{order}/message: the WMO301. GET /orders/{order}/start: a WMO305 that fits it, in a
 * demonstration. */
void order_message(struct http_request *request, struct http_response *response, void *context);
void order_start(struct http_request *request, struct http_response *response, void *context);
/* GET /orders/{order}/message/words: the WMO301 that left, element by element. */
void order_message_words(struct http_request *request, struct http_response *response, void *context);
extern const struct record sent_message_view_record;
/* GET /messages: what came in and was refused, and why. */
void messages_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record messages_view_record;

#endif
