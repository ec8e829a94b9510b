/* SPDX-License-Identifier: EUPL-1.2 */
/* The page with who may be in the register twice, and why. */
#ifndef COMMON_PERSON_DOUBLE_PAGES_H
#define COMMON_PERSON_DOUBLE_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /doubles: ?after=PERSON,OTHER */
void doubles_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record doubles_view_record;

#endif
