/* SPDX-License-Identifier: EUPL-1.2 */
/* Agreements for a contract manager: which there are, and how one stands. */
#ifndef CONTRACT_AGREEMENT_AGREEMENT_PAGES_H
#define CONTRACT_AGREEMENT_AGREEMENT_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /agreements */
void agreements_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record agreements_view_record;
/* GET /agreements/{agreement} */
void agreement_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record agreement_view_record;
/* GET /agreements/{agreement}/work: how it ends, and what stands below its parties. */
void agreement_work_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record agreement_work_view_record;

#endif
