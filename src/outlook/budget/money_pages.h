/* SPDX-License-Identifier: EUPL-1.2 */
/* A year in money: as a page, with its end, and as files. */
#ifndef OUTLOOK_BUDGET_MONEY_PAGES_H
#define OUTLOOK_BUDGET_MONEY_PAGES_H

#include "platform/http/http.h"

/* GET /budgets/year, ?scheme=, ?year=. A party's people see their own; the council whole euros by agreement.
 */
void money_year_page(struct http_request *request, struct http_response *response, void *context);
/* GET /budgets/year.csv: its tables as rows. */
void money_year_csv(struct http_request *request, struct http_response *response, void *context);

#endif
