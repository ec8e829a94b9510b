/* SPDX-License-Identifier: EUPL-1.2 */
/* The page with who may be out of sight. */
#ifndef OUTLOOK_UNSEEN_UNSEEN_PAGES_H
#define OUTLOOK_UNSEEN_UNSEEN_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /unseen?whose=mine|team|all&kind=CODE */
void unseen_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record unseen_view_record;

/* Why a client may be out of sight on the day that is shown, of struct web_unseen. */
enum status unseen_of_client(const struct http_request *request, int64_t person, struct records *ret_shown,
                             struct fault *fault) MUST_CHECK;

#endif
