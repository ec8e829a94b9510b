/* SPDX-License-Identifier: EUPL-1.2 */
/* The provider's pages, and the municipality's page of its contract parties. */
#ifndef OUTLOOK_PROVIDER_PROVIDER_PAGES_H
#define OUTLOOK_PROVIDER_PROVIDER_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

/* GET /deliveries: the clients of the visitor's own party. */
void deliveries_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record deliveries_view_record;
/* GET /deliveries/{assignment}: what delivery of one of them needs; 404 for anybody else's. */
void delivery_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record delivery_view_record;
/* GET /deliveries/past: what the party delivered and does no more, without who it was; ?before=NUMBER */
void past_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record past_view_record;
/* GET /visits: where a helper comes. */
void visits_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record visits_view_record;
/* GET /combination: how the deliveries stand of all for whom the visitor's party answers. */
void combination_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record combination_view_record;
/* GET /parties: the same for the municipality, each contract party as one. */
void parties_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record parties_view_record;
/* GET /parties/relations: waiting, refusals and complaints of a year; with how many organisations one has to
 * do. */
void relations_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record relations_view_record;

#endif
