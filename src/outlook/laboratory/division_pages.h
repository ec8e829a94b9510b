/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages on which contract and policy have areas divided over parties. */
#ifndef OUTLOOK_LABORATORY_DIVISION_PAGES_H
#define OUTLOOK_LABORATORY_DIVISION_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record divisions_view_record, division_view_record;

/* GET and POST /districts?tender=NAME: asks for a division; with a tender whose marks are frozen its bids
 * stand there already. */
void divisions_page(struct http_request *request, struct http_response *response, void *context);
void divisions_post(struct http_request *request, struct http_response *response, void *context);
/* GET /districts/{number}: what came of it. */
void division_page(struct http_request *request, struct http_response *response, void *context);

#endif
