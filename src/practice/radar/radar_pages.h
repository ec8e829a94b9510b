/* SPDX-License-Identifier: EUPL-1.2 */
/* The page that looks ahead. */
#ifndef PRACTICE_RADAR_RADAR_PAGES_H
#define PRACTICE_RADAR_RADAR_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /radar: ?list=, ?on=DATE, ?weeks=, ?without=PARTY, ?after=LINES */
void radar_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record radar_view_record;

#endif
