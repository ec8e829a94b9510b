/* SPDX-License-Identifier: EUPL-1.2 */
/* The outcome of a tender, for everybody who may see the tender: who won, with which marks. */
#ifndef CONTRACT_PUBLICATION_OUTCOME_PAGES_H
#define CONTRACT_PUBLICATION_OUTCOME_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record outcome_view_record;

/* GET /tenders/{tender}/outcome: before the award was published that it was not. */
void outcome_page(struct http_request *request, struct http_response *response, void *context);

#endif
