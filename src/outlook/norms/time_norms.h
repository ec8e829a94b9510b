/* SPDX-License-Identifier: EUPL-1.2 */
/* The norm sets for time, and the running decisions that rest on one of them. */
#ifndef OUTLOOK_NORMS_TIME_NORMS_H
#define OUTLOOK_NORMS_TIME_NORMS_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /time-norms: each set with from when it holds, its source, and how many running decisions rest on it */
void time_norms_page(struct http_request *request, struct http_response *response, void *context);
/* GET /time-norms/{set}: what it assumes; every running decision on it with worker and next step, for who
 * sees clients; for others their number */
void time_norm_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record time_norms_view_record, time_norm_view_record;

#endif
