/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages of an assessment: how far it is, marks, consensus, the award and its letters. */
#ifndef CONTRACT_ASSESSMENT_ASSESSMENT_PAGES_H
#define CONTRACT_ASSESSMENT_ASSESSMENT_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record assessment_view_record, marks_view_record, consensus_view_record,
	award_view_record, award_letter_view_record, assessments_view_record;

/* What waits for the visitor: marks to give, a key to make or turn, an award to publish; struct page_task. */
enum status assessment_waiting(const struct http_request *request, struct records *ret_tasks,
                               struct fault *fault) MUST_CHECK;
/* GET /assessments: the tenders that the visitor marks, and what is left to do. */
void assessments_page(struct http_request *request, struct http_response *response, void *context);
/* GET /tenders/{tender}/assessment */
void assessment_page(struct http_request *request, struct http_response *response, void *context);
/* GET and POST /tenders/{tender}/marks: the bids side by side on one criterion, for an assessor. */
void marks_page(struct http_request *request, struct http_response *response, void *context);
void marks_post(struct http_request *request, struct http_response *response, void *context);
/* GET and POST /tenders/{tender}/consensus: all marks beside each other, and the one that is agreed on. */
void consensus_page(struct http_request *request, struct http_response *response, void *context);
void consensus_post(struct http_request *request, struct http_response *response, void *context);
/* GET /tenders/{tender}/bids and /bids/{bid}: what was submitted, for who may read it. */
void judged_bids_page(struct http_request *request, struct http_response *response, void *context);
void judged_bid_page(struct http_request *request, struct http_response *response, void *context);
/* GET /tenders/{tender}/award; POST /tenders/{tender}/sent: all letters that wait left. */
void award_page(struct http_request *request, struct http_response *response, void *context);
void award_sent_post(struct http_request *request, struct http_response *response, void *context);
/* GET /tenders/{tender}/print and /print.csv: all letters of a round for the printer, and their list */
void award_print_pdf(struct http_request *request, struct http_response *response, void *context);
void award_print_csv(struct http_request *request, struct http_response *response, void *context);
/* GET /tenders/{tender}/letters/{bid}, and /pdf */
void award_letter_page(struct http_request *request, struct http_response *response, void *context);
void award_letter_pdf(struct http_request *request, struct http_response *response, void *context);

#endif
