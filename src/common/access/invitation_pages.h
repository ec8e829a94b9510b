/* SPDX-License-Identifier: EUPL-1.2 */
/* The page on which somebody who was invited chooses a password. */
#ifndef COMMON_ACCESS_INVITATION_PAGES_H
#define COMMON_ACCESS_INVITATION_PAGES_H

#include "common/access/web.h"

/* GET and POST /invitation */
void invitation_page(struct http_request *request, struct http_response *response, void *context);
void invitation_post(struct http_request *request, struct http_response *response, void *context);
extern const struct record invitation_view_record;

#endif
