/* SPDX-License-Identifier: EUPL-1.2 */
/* Who comes to a client, who spoke with the client, and which handovers are to be confirmed. */
#ifndef PRACTICE_CARE_CARE_PAGES_H
#define PRACTICE_CARE_CARE_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/care */
void care_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record care_view_record;

/* GET /appreciations */
void appreciations_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record appreciations_view_record;

/* GET /contributions */
void contributions_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record contributions_view_record;

#endif
