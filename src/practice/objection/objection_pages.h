/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages of whoever handles objections, and those in a client's file. */
#ifndef PRACTICE_OBJECTION_OBJECTION_PAGES_H
#define PRACTICE_OBJECTION_OBJECTION_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /objections: ?state=hear|decide|done, ?after=DATE&last=NUMBER, ?on=DATE */
void objections_page(struct http_request *request, struct http_response *response, void *context);
/* GET /objections/{objection}: the whole file of one. */
void objection_page(struct http_request *request, struct http_response *response, void *context);
/* GET /clients/{person}/objections */
void client_objections_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record objections_view_record, objection_view_record;

#endif
