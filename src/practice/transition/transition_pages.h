/* SPDX-License-Identifier: EUPL-1.2 */
/* What would change when a resident moves, before anything is stored. */
#ifndef PRACTICE_TRANSITION_TRANSITION_PAGES_H
#define PRACTICE_TRANSITION_TRANSITION_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/move?postcode=..&from=..: provider now and provider there, and then the form. */
void move_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record move_view_record;

#endif
