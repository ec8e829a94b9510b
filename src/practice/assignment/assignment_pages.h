/* SPDX-License-Identifier: EUPL-1.2 */
/* Choosing a provider: the candidates with their reasons, and the resident's choice. */
#ifndef PRACTICE_ASSIGNMENT_ASSIGNMENT_PAGES_H
#define PRACTICE_ASSIGNMENT_ASSIGNMENT_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/assign/{decision}/{line}: ?from=, ?current=, ?since= */
void assign_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record assign_view_record;

#endif
