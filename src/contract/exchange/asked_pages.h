/* SPDX-License-Identifier: EUPL-1.2 */
/* What providers ask for a client, on the page of the client's file where it is answered. */
#ifndef CONTRACT_EXCHANGE_ASKED_PAGES_H
#define CONTRACT_EXCHANGE_ASKED_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record asked_view_record;

/* GET /clients/{person}/asked */
void asked_page(struct http_request *request, struct http_response *response, void *context);

#endif
