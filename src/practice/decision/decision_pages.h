/* SPDX-License-Identifier: EUPL-1.2 */
/* The decisions about a client, first and later ones, and where a running line is changed. */
#ifndef PRACTICE_DECISION_DECISION_PAGES_H
#define PRACTICE_DECISION_DECISION_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/decisions */
void decisions_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record decisions_view_record;

#endif
