/* SPDX-License-Identifier: EUPL-1.2 */
/* The yearly budgets with what they do to people beside them, as a page and as a file. */
#ifndef OUTLOOK_BUDGET_BUDGET_PAGES_H
#define OUTLOOK_BUDGET_BUDGET_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /budgets: the newest budget that was set, or ?run=. A party's people see their own part. */
void budgets_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record budgets_view_record;
/* GET /budgets.csv: the parts of that run, and the advance of each month. */
void budgets_csv(struct http_request *request, struct http_response *response, void *context);

#endif
