/* SPDX-License-Identifier: EUPL-1.2 */
/* The page of one's own account: who one is here, and the second step of logging in. */
#ifndef COMMON_ACCESS_OWN_ACCOUNT_PAGES_H
#define COMMON_ACCESS_OWN_ACCOUNT_PAGES_H

#include "common/access/web.h"

/* Where who must have a second step is led as long as there is none. */
#define OWN_ACCOUNT_PAGE "/account"

extern const struct record own_account_view_record;
void own_account_page(struct http_request *request, struct http_response *response, void *context);
/* A new secret, and then the first code of it. */
void second_step_begin_post(struct http_request *request, struct http_response *response, void *context);
void second_step_confirm_post(struct http_request *request, struct http_response *response, void *context);
/* With a code: no second step any more, or new recovery codes. */
void second_step_end_post(struct http_request *request, struct http_response *response, void *context);
void second_step_recovery_post(struct http_request *request, struct http_response *response, void *context);

#endif
