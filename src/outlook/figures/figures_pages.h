/* SPDX-License-Identifier: EUPL-1.2 */
/* The figures of a month, as a page and as a file. */
#ifndef OUTLOOK_FIGURES_FIGURES_PAGES_H
#define OUTLOOK_FIGURES_FIGURES_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /figures: on the first day of the month that is looked at. */
void figures_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record figures_view_record;
/* GET /figures.csv: the same, a line for each cell. */
void figures_csv(struct http_request *request, struct http_response *response, void *context);

#endif
