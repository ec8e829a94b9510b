/* SPDX-License-Identifier: EUPL-1.2 */
/* The investigation of a client, step by step: what was opened and why, and everything that is not yet asked.
 */
#ifndef PRACTICE_INVESTIGATION_INVESTIGATION_PAGES_H
#define PRACTICE_INVESTIGATION_INVESTIGATION_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/investigation */
void inquiry_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record investigation_view_record;

#endif
