/* SPDX-License-Identifier: EUPL-1.2 */
/* Logging in and out, the language, and what every kind of fact gets by itself: its form, its address in the
 * API. */
#ifndef COMMON_ACCESS_ACCESS_PAGES_H
#define COMMON_ACCESS_ACCESS_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

void home_page(struct http_request *request, struct http_response *response, void *context);
void login_page(struct http_request *request, struct http_response *response, void *context);
void login_post(struct http_request *request, struct http_response *response, void *context);
/* Gives the browser the cookie of a session: for a day, or until the browser is closed. */
void login_remember(const struct http_request *request, struct http_response *response, const char *cookie,
                    bool is_for_a_day);
/* POST /role: goes on in another role of the account. */
void role_post(struct http_request *request, struct http_response *response, void *context);
void logout_post(struct http_request *request, struct http_response *response, void *context);
void language_page(struct http_request *request, struct http_response *response, void *context);
void static_file(struct http_request *request, struct http_response *response, void *context);
extern const struct record login_view_record;
/* /login/code: the second step, for whom LOGIN_COOKIE says that the password was right. */
#define LOGIN_COOKIE "thuisregie_login"
void login_code_page(struct http_request *request, struct http_response *response, void *context);
void login_code_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record login_code_view_record;

/* GET /facts/{kind}: the form of a kind; query pairs are its first values. POST: the fact. */
void fact_page(struct http_request *request, struct http_response *response, void *context);
void fact_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record fact_view_record;
/* POST /api/facts/{kind}: the same as JSON. */
void fact_api(struct http_request *request, struct http_response *response, void *context);
/* GET /openapi.json: all kinds, for whoever writes a program against them. */
void openapi_page(struct http_request *request, struct http_response *response, void *context);
/* GET /tasks: what stored notices left to do. */
void tasks_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record tasks_view_record;
/* GET /clients/{person}/reads: who opened this file. */
void reads_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record reads_view_record;
/* Who read as people say it: the name, the organisation and the role; the resident has but a name. */
void reads_in_words(const struct http_request *request, const struct records *reads);
/* GET /openings: files opened in need, to be looked at; ?state=checked, ?after=NUMBER */
void openings_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record openings_view_record;

#endif
