/* SPDX-License-Identifier: EUPL-1.2 */
/* Claims for who may see prices: of contract and policy all, of a provider its own, practice none. */
#ifndef CONTRACT_CLAIM_CLAIM_PAGES_H
#define CONTRACT_CLAIM_CLAIM_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /claims: by month and provider, what was claimed, approved and refused; with ?claim= one of them, and
 * why lines were refused. */
void claims_page(struct http_request *request, struct http_response *response, void *context);
/* GET /claims.csv: the same claims as rows for a spreadsheet. */
void claims_csv(struct http_request *request, struct http_response *response, void *context);
extern const struct record claims_view_record;
extern const struct record claim_view_record;

#endif
