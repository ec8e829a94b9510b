/* SPDX-License-Identifier: EUPL-1.2 */
/* The work list, finding a client, and the client's file. */
#ifndef PRACTICE_CASELOAD_CASELOAD_PAGES_H
#define PRACTICE_CASELOAD_CASELOAD_PAGES_H

#include "common/journal/kind.h"
#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /work: ?status=, ?whose=mine|team|all, ?after=DATE,NUMBER */
void work_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record work_view_record;
/* GET /clients: ?name=, ?born= */
void clients_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record clients_view_record;
/* GET /clients/{person} */
void client_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record client_view_record;

/* The front of the file, for whoever does not see what is in it; done: what was just recorded, or NULL. */
void client_front(struct http_request *request, struct http_response *response, int64_t person,
                  const struct journal_kind *done);
extern const struct record front_view_record;
/* GET /clients/{person}/desk */
void around_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record client_desk_view_record;

#endif
