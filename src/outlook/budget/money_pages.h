/* SPDX-License-Identifier: EUPL-1.2 */
/* A year in money: as a page, with its end, and as files. */
#ifndef OUTLOOK_BUDGET_MONEY_PAGES_H
#define OUTLOOK_BUDGET_MONEY_PAGES_H

#include "platform/http/http.h"

/* GET /budgets/year, ?scheme=, ?year=. A party's people see their own; the council whole euros by agreement.
 */
void money_year_page(struct http_request *request, struct http_response *response, void *context);
/* GET /budgets/quarter?of=2016-1: a statement for the council and the board, to read and to print. */
void money_quarter_page(struct http_request *request, struct http_response *response, void *context);
/* GET /budgets/quarter.pdf: the same on paper. */
void money_quarter_pdf(struct http_request *request, struct http_response *response, void *context);
/* GET /budgets/year.csv and /budgets/year.xlsx: its tables as rows. */
void money_year_csv(struct http_request *request, struct http_response *response, void *context);
void money_year_xlsx(struct http_request *request, struct http_response *response, void *context);

#endif
