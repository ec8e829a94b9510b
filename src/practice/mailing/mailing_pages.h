/* SPDX-License-Identifier: EUPL-1.2 */
/* Letters to many people on the site: plan, look at one, start, watch, stop, print. */
#ifndef PRACTICE_MAILING_MAILING_PAGES_H
#define PRACTICE_MAILING_MAILING_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET and POST /batches */
void mailings_page(struct http_request *request, struct http_response *response, void *context);
void mailings_post(struct http_request *request, struct http_response *response, void *context);
/* GET /batches/{number}; POST /batches/{number}/start, stop and sent */
void mailing_page(struct http_request *request, struct http_response *response, void *context);
void mailing_start_post(struct http_request *request, struct http_response *response, void *context);
void mailing_stop_post(struct http_request *request, struct http_response *response, void *context);
void mailing_sent_post(struct http_request *request, struct http_response *response, void *context);
/* GET /batches/{number}/print/{part} */
void mailing_print(struct http_request *request, struct http_response *response, void *context);
extern const struct record mailings_view_record, mailing_view_record;

#endif
