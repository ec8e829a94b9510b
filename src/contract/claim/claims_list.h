/* SPDX-License-Identifier: EUPL-1.2 */
/* The claims of a choice of months and providers: each of them, and what they come to. Amounts in cents. */
#ifndef CONTRACT_CLAIM_CLAIMS_LIST_H
#define CONTRACT_CLAIM_CLAIMS_LIST_H

#include "common/access/web.h"

struct claim_row {
	int64_t fact, lines, refused;
	const char *party, *number;
	struct date month, received_on;
	struct money claimed, granted, paid;
	/* for the page */
	const char *month_words, *party_words, *address;
	const char *pay_address; /* for who records payments, where something is still to pay */
	struct money not_granted, to_pay;
};
extern const struct record claim_row_record;
/* Fills what the page says of it. */
void claim_row_show(const struct http_request *request, struct claim_row *claim);

/* Whose claims the visitor sees: "" for all. */
const char *claims_party(const struct http_request *request);
/* GET /claims without ?claim=. */
void claims_list(struct http_request *request, struct http_response *response);

#endif
