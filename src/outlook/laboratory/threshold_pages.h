/* SPDX-License-Identifier: EUPL-1.2 */
/* The page on which somebody slides the threshold of a tender, once its marks are frozen. */
#ifndef OUTLOOK_LABORATORY_THRESHOLD_PAGES_H
#define OUTLOOK_LABORATORY_THRESHOLD_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record threshold_view_record;

/* GET /tenders/{tender}/what-if?threshold=8.0: nobody, whoever it is, before the marks are frozen. */
void threshold_page(struct http_request *request, struct http_response *response, void *context);

#endif
