/* SPDX-License-Identifier: EUPL-1.2 */
/* The page that lays the travel of two days side by side. */
#ifndef OUTLOOK_TRAVEL_TRAVEL_PAGES_H
#define OUTLOOK_TRAVEL_TRAVEL_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /travel: ?on=DATE, ?beside=DATE */
void travel_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record travel_view_record;

#endif
