/* SPDX-License-Identifier: EUPL-1.2 */
/* Pages about complaints, incidents and the abuse protocol. */
#ifndef PRACTICE_SAFETY_SAFETY_PAGES_H
#define PRACTICE_SAFETY_SAFETY_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /complaints: their list for who handles them; for the other corners how many, without any client. */
void complaints_page(struct http_request *request, struct http_response *response, void *context);
/* GET /clients/{person}/complaints */
void client_complaints_page(struct http_request *request, struct http_response *response, void *context);
/* GET /incidents: all of them, or those of the own organisation. */
void incidents_page(struct http_request *request, struct http_response *response, void *context);
/* GET /protocols and /protocols/{protocol}: those in which one took a step, or all. */
void protocols_page(struct http_request *request, struct http_response *response, void *context);
void protocol_page(struct http_request *request, struct http_response *response, void *context);
/* GET /protocols/reads: who opened one, for the supervisor. */
void protocol_reads_page(struct http_request *request, struct http_response *response, void *context);

extern const struct record complaints_view_record, client_complaints_view_record, incidents_view_record,
	protocols_view_record, protocol_view_record, protocol_reads_view_record;

#endif
