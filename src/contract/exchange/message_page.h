/* SPDX-License-Identifier: EUPL-1.2 */
/* The page of one message of the register. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_PAGE_H
#define CONTRACT_EXCHANGE_MESSAGE_PAGE_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /messages/{message}: what is known of it, what it says in words, and what to do. */
void message_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record message_page_record;
/* GET /messages/{message}/xml: its bytes; for who is not the provider without who the client is. */
void message_xml(struct http_request *request, struct http_response *response, void *context);

#endif
