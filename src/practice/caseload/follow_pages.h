/* SPDX-License-Identifier: EUPL-1.2 */
/* The open page on which who asked the desk something follows it with the code that the desk gave along. */
#ifndef PRACTICE_CASELOAD_FOLLOW_PAGES_H
#define PRACTICE_CASELOAD_FOLLOW_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /follow; POST /follow: code. Shows where the question is, with whom, and the coming day; no more. */
void follow_page(struct http_request *request, struct http_response *response, void *context);
void follow_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record follow_view_record;

#endif
