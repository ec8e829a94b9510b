/* SPDX-License-Identifier: EUPL-1.2 */
/* The resident's own page, and the way in with the code of a letter. */
#ifndef OUTLOOK_RESIDENT_MINE_PAGES_H
#define OUTLOOK_RESIDENT_MINE_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET and POST /mine/enter: the code and the birth date. */
void enter_page(struct http_request *request, struct http_response *response, void *context);
void enter_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record enter_view_record;

/* GET and POST /mine/ask/{what}: what a resident can ask. */
void ask_page(struct http_request *request, struct http_response *response, void *context);
void ask_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record ask_view_record;

/* GET and POST /mine/object/{decision} */
void object_page(struct http_request *request, struct http_response *response, void *context);
void object_post(struct http_request *request, struct http_response *response, void *context);
/* GET and POST /mine/choose/{decision}/{line}: which provider, where there is a choice. */
void choose_page(struct http_request *request, struct http_response *response, void *context);
void choose_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record choose_view_record;

/* GET /mine/export and /mine/export/file: everything about the resident, to read and as JSON. */
void export_page(struct http_request *request, struct http_response *response, void *context);
void export_file(struct http_request *request, struct http_response *response, void *context);
extern const struct record export_view_record;

/* GET /mine */
void mine_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record mine_view_record;

#endif
