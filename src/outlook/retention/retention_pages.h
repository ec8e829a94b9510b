/* SPDX-License-Identifier: EUPL-1.2 */
/* The administrator's page about what is kept and erased. */
#ifndef OUTLOOK_RETENTION_RETENTION_PAGES_H
#define OUTLOOK_RETENTION_RETENTION_PAGES_H

#include "common/access/web.h"

/* GET /retention */
void retention_page(struct http_request *request, struct http_response *response, void *context);
extern const struct record retention_view_record;

#endif
