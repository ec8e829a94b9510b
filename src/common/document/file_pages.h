/* SPDX-License-Identifier: EUPL-1.2 */
/* The files in a client's file: the list with the way to add one, and each as it was brought. */
#ifndef COMMON_DOCUMENT_FILE_PAGES_H
#define COMMON_DOCUMENT_FILE_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET and POST /clients/{person}/files and /mine/files */
void files_page(struct http_request *request, struct http_response *response, void *context);
void files_post(struct http_request *request, struct http_response *response, void *context);
/* GET /clients/{person}/files/{file} and /mine/files/{file}: the file itself, to keep */
void file_page(struct http_request *request, struct http_response *response, void *context);
/* GET /facts/file_attached: such a fact comes with a file, from the page above */
void file_form_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record files_view_record;

#endif
