/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages on which a provider makes its claims and reads what became of them. */
#ifndef CONTRACT_BILLING_BILLING_PAGES_H
#define CONTRACT_BILLING_BILLING_PAGES_H

#include "common/access/web.h"

/* /claims/own: the claim of a month as it would go, and those that went. */
void own_claims_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record own_claims_view_record;
/* /claims/own/{claim}: one that went, line by line, and whose it is along the chain. */
void own_claim_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record own_claim_view_record;

/* "7 uur", "120 minuten", "3 stuks" of a volume by the code of its unit. */
const char *volume_words(const struct http_request *request, int64_t volume, int64_t unit);
/* Whether the visitor is of a party that claims; else it has answered. */
bool own_claims_may_look(const struct http_request *request, struct http_response *response);

#endif
