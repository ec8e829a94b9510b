/* SPDX-License-Identifier: EUPL-1.2 */
/* The site for the web server: the hooks that know visitors and forms. */
#ifndef COMMON_ACCESS_WEB_SITE_H
#define COMMON_ACCESS_WEB_SITE_H

#include "common/access/web_process.h"

/* Hooks of struct http_site; context is struct web. */
bool web_admit(struct http_request *request, const struct http_route *route, struct http_response *response,
               void *context);
bool web_accept(struct http_request *request, const struct http_route *route, struct http_response *response,
                void *context);
void web_refuse(struct http_request *request, const struct http_route *route, int status,
                struct http_response *response, void *context);

#endif
