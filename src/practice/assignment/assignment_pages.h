/* SPDX-License-Identifier: EUPL-1.2 */
/* Choosing a provider, and later why it was that one: the candidates with their reasons. */
#ifndef PRACTICE_ASSIGNMENT_ASSIGNMENT_PAGES_H
#define PRACTICE_ASSIGNMENT_ASSIGNMENT_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/assign/{decision}/{line}: ?from=, ?current=, ?since= */
void assign_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record assign_view_record;
/* GET /clients/{person}/why/{assignment}: the reasons as they were when somebody was assigned */
void why_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record why_view_record;

#endif
