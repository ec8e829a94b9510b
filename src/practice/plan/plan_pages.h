/* SPDX-License-Identifier: EUPL-1.2 */
/* The plan of a client, and the calculator that finds how much time it takes. */
#ifndef PRACTICE_PLAN_PLAN_PAGES_H
#define PRACTICE_PLAN_PLAN_PAGES_H

#include "common/access/web.h"
#include "practice/plan/plan_store.h"

/* GET /clients/{person}/plan: goals first, hours last; ?version= shows an earlier one */
void plan_page(struct http_request *request, struct http_response *response, void *context);
/* GET /clients/{person}/calculate: ?set=, ?product= and ?k.KEY=VALUE give the sum */
void calculate_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record plan_view_record, calculate_view_record;

/* The last day of what a page shows. */
struct date plan_until(const struct http_request *request);
/*
 * The address of the form of a plan that begins with what the newest plan says; a product named is left out,
 * for a calculation to put in its place. The next free number of a line is in *ret_line, of a sum in
 * *ret_sum.
 */
struct plan_start {
	int64_t person, report;
	const char *without_product; /* NULL: none */
};
enum status plan_form_address(const struct http_request *request, const struct plan_start *start,
                              struct text *address, size_t ret_next[static 2],
                              struct fault *fault) MUST_CHECK;

#endif
