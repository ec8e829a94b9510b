/* SPDX-License-Identifier: EUPL-1.2 */
/* Tariffs for who may see them, and the signatures for who may not. */
#ifndef CONTRACT_TARIFF_TARIFF_PAGES_H
#define CONTRACT_TARIFF_TARIFF_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /tariffs: all agreements that the visitor may see, or one with ?agreement=. */
void tariffs_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record tariffs_view_record;
/* GET /tariffs.csv and GET /api/tariffs: what holds on the day, for the same visitors. */
void tariffs_csv(struct http_request *request, struct http_response *response, void *context);
void tariffs_api(struct http_request *request, struct http_response *response, void *context);
/* GET /tariffs/signatures: proposals that wait for a signature, without any amount. */
void tariff_signatures_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record tariff_signatures_view_record;

#endif
