/* SPDX-License-Identifier: EUPL-1.2 */
/* The site for the web server: the hooks that know visitors, forms and turns. */
#ifndef COMMON_ACCESS_WEB_SITE_H
#define COMMON_ACCESS_WEB_SITE_H

#include "common/access/web.h"

/* The hooks of struct http_site; context is struct web. */
enum status web_start(void *context, struct fault *fault) MUST_CHECK;
void web_stop(void *context);
const char *web_upload_folder(void *context);
bool web_admit(struct http_request *request, const struct http_route *route, struct http_response *response,
               void *context);
bool web_accept(struct http_request *request, const struct http_route *route, struct http_response *response,
                void *context);
void web_refuse(struct http_request *request, const struct http_route *route, int status,
                struct http_response *response, void *context);
enum status web_flush(void *context, struct fault *fault) MUST_CHECK;

#endif
