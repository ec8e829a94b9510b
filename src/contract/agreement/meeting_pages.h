/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings: of a combination's members for them, and with the municipality for both sides. */
#ifndef CONTRACT_AGREEMENT_MEETING_PAGES_H
#define CONTRACT_AGREEMENT_MEETING_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /meetings */
void meetings_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record meetings_view_record;
/* GET /meetings/{meeting} */
void meeting_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record meeting_view_record;

#endif
