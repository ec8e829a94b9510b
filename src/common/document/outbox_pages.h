/* SPDX-License-Identifier: EUPL-1.2 */
/* The outbox: letters that have not left, and how one or many of them are marked as sent. */
#ifndef COMMON_DOCUMENT_OUTBOX_PAGES_H
#define COMMON_DOCUMENT_OUTBOX_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET and POST /outbox */
void outbox_page(struct http_request *request, struct http_response *response, void *context);
void outbox_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record outbox_view_record;

#endif
