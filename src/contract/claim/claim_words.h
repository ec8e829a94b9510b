/* SPDX-License-Identifier: EUPL-1.2 */
/* What the pages of claims have in common: a month in words, and its code in an address. */
#ifndef CONTRACT_CLAIM_CLAIM_WORDS_H
#define CONTRACT_CLAIM_CLAIM_WORDS_H

#include "common/access/web.h"

/* "mei 2023" */
const char *month_words(const struct http_request *request, struct date month);
/* "2023-05" */
const char *month_code(const struct http_request *request, struct date month);
/* The month that the address asks for by either form, or no date. */
struct date month_asked(const struct http_request *request);
/* The first day of the month before. */
struct date month_before(struct date month);

#endif
