/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages about terms in a client's file. */
#ifndef PRACTICE_TERM_TERM_PAGES_H
#define PRACTICE_TERM_TERM_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /clients/{person}/terms: ?on=DATE */
void terms_page(struct http_request *request, struct http_response *response, void *context);
/* GET /clients/{person}/late/{fact}: what is due for being late, in money. */
void penalty_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record terms_view_record, penalty_view_record;

#endif
