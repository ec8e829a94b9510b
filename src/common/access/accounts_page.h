/* SPDX-License-Identifier: EUPL-1.2 */
/* The page on which the administrator opens, changes and closes accounts. */
#ifndef COMMON_ACCESS_ACCOUNTS_PAGE_H
#define COMMON_ACCESS_ACCOUNTS_PAGE_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /accounts */
void accounts_page(struct http_request *request, struct http_response *response, void *context);
/* POST /accounts/password: ends the password of an account and shows, once, the code to choose another. */
void accounts_password(struct http_request *request, struct http_response *response, void *context);
extern const struct record accounts_view_record;

#endif
