/* SPDX-License-Identifier: EUPL-1.2 */
/* Budgets that wait for signatures, for all three corners: without any amount. */
#ifndef CONTRACT_FUNDING_FUNDING_PAGES_H
#define CONTRACT_FUNDING_FUNDING_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /budgets/signatures */
void budget_signatures_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record budget_signatures_view_record;

#endif
