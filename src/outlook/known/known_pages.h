/* SPDX-License-Identifier: EUPL-1.2 */
/* What was known at a moment, in the browser: asking for a snapshot, reading one, letting one go. */
#ifndef OUTLOOK_KNOWN_KNOWN_PAGES_H
#define OUTLOOK_KNOWN_KNOWN_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /known */
void known_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record known_view_record;
/* POST /known: day, time */
void known_post(struct http_request *request, struct http_response *response, void *context);
/* POST /known/{number}/open: from then on this visitor's pages come from the snapshot */
void known_open_post(struct http_request *request, struct http_response *response, void *context);
/* POST /known/{number}/remove */
void known_remove_post(struct http_request *request, struct http_response *response, void *context);
/* POST /known/leave: back to what is known now */
void known_leave_post(struct http_request *request, struct http_response *response, void *context);

#endif
