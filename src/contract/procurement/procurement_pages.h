/* SPDX-License-Identifier: EUPL-1.2 */
/* Tenders for everybody with an account, bids for who makes them, and the vault for who hold its keys. */
#ifndef CONTRACT_PROCUREMENT_PROCUREMENT_PAGES_H
#define CONTRACT_PROCUREMENT_PROCUREMENT_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /tenders */
void tenders_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record tenders_view_record;
/* GET /tenders/{tender} */
void tender_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record tender_view_record;
/* Which opened bids the visitor may read: who judges them says so. */
struct bid_sight {
	bool (*may_read)(const void *context, int64_t bid);
	const void *context;
};
/* GET /tenders/{tender}/bids: after the opening; context is the struct bid_sight */
void tender_bids_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record tender_bids_view_record;
/* GET and POST /tenders/{tender}/key, POST /tenders/{tender}/open */
void vault_page(struct http_request *request, struct http_response *response, void *context);
void vault_key_post(struct http_request *request, struct http_response *response, void *context);
void vault_open_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record vault_view_record;
/* GET /bids/{bid}: the own one, or one that was opened */
void bid_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record bid_view_record;
/* GET and POST /bids/{bid}/{criterion} */
void bid_answer_page(struct http_request *request, struct http_response *response, void *context);
void bid_answer_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record bid_answer_view_record;
/* GET and POST /prepared: a tender is prepared from a file */
void prepared_all_page(struct http_request *request, struct http_response *response, void *context);
void prepared_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record prepared_all_view_record;
/* GET /prepared/{prepared} and /prepared/{prepared}/csv */
void prepared_page(struct http_request *request, struct http_response *response, void *context);
void prepared_csv(struct http_request *request, struct http_response *response, void *context);
extern const struct record prepared_view_record;
/* GET /tenders/{tender}/csv: its lots, criteria and requirements as such a file */
void tender_csv(struct http_request *request, struct http_response *response, void *context);
/* GET /bids/{bid}/copy/text and /bids/{bid}/copy/json: a draft, for who write it */
void bid_copy_text(struct http_request *request, struct http_response *response, void *context);
void bid_copy_json(struct http_request *request, struct http_response *response, void *context);

#endif
