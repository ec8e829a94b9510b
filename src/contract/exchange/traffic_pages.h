/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages of the register of messages. */
#ifndef CONTRACT_EXCHANGE_TRAFFIC_PAGES_H
#define CONTRACT_EXCHANGE_TRAFFIC_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /messages/all: every message, by what is asked for. GET /messages/all.csv: the same as a file. */
void traffic_list_page(struct http_request *request, struct http_response *response, void *context);
void traffic_csv(struct http_request *request, struct http_response *response, void *context);
extern const struct record traffic_view_record;

#endif
