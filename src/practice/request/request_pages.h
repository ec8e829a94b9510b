/* SPDX-License-Identifier: EUPL-1.2 */
/* What the resident asked, in the client's file. */
#ifndef PRACTICE_REQUEST_REQUEST_PAGES_H
#define PRACTICE_REQUEST_REQUEST_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/requests */
void requests_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record requests_view_record;

#endif
