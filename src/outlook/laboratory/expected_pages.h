/* SPDX-License-Identifier: EUPL-1.2 */
/* What thresholds would do if marks fell as somebody expects, before there are marks. */
#ifndef OUTLOOK_LABORATORY_EXPECTED_PAGES_H
#define OUTLOOK_LABORATORY_EXPECTED_PAGES_H

#include "platform/http/http.h"
#include "platform/record/record.h"

extern const struct record expected_view_record;

/* GET /tenders/{tender}/expected?least=5&likely=7.5&most=9.5&others=0&seed=1: for contract and policy; no
 * mark that anybody gave is looked at. */
void expected_page(struct http_request *request, struct http_response *response, void *context);

#endif
