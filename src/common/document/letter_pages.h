/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter on screen and on paper. */
#ifndef COMMON_DOCUMENT_LETTER_PAGES_H
#define COMMON_DOCUMENT_LETTER_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /letters/{letter} and /letters/{letter}/pdf */
void letter_page(struct http_request *request, struct http_response *response, void *context);
void letter_pdf(struct http_request *request, struct http_response *response, void *context);
extern const struct record letter_view_record;

#endif
