/* SPDX-License-Identifier: EUPL-1.2 */
/* The page with the norms of each agreement and what was reached. */
#ifndef OUTLOOK_NORMS_NORMS_PAGES_H
#define OUTLOOK_NORMS_NORMS_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /norms: ?on=DATE; ?list=, ?agreement=, ?days= and ?after= show who is behind a number */
void norms_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record norms_view_record;

#endif
