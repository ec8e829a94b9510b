/* SPDX-License-Identifier: EUPL-1.2 */
/* Proposing a version of a scheme: its mistakes by line, or what it would change and for how many clients. */
#ifndef OUTLOOK_LABORATORY_PROPOSE_PAGES_H
#define OUTLOOK_LABORATORY_PROPOSE_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /scheme/propose?scheme=NAME: begins with the text of that scheme, else of the register's first. */
void propose_page(struct http_request *request, struct http_response *response, void *context);
/* POST /scheme/propose: looks, and stores nothing; the form that adopts stands below what it would change. */
void propose_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record propose_view_record;

#endif
