/* SPDX-License-Identifier: EUPL-1.2 */
/* The page with the questions that practice laid at a corner. */
#ifndef COMMON_TRIANGLE_TRIANGLE_PAGES_H
#define COMMON_TRIANGLE_TRIANGLE_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record triangle_view_record;
/* GET /triangle */
void triangle_page(struct http_request *request, struct http_response *response, void *context);

#endif
