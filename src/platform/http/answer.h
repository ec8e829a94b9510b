/* SPDX-License-Identifier: EUPL-1.2 */
/* Makes the library's answer from ours, security headers included. */
#ifndef PLATFORM_HTTP_ANSWER_H
#define PLATFORM_HTTP_ANSWER_H

#include <microhttpd.h>

#include "platform/http/http.h"

/*
 * The body is not copied: it must stay until the answer has been sent. allow is the value of Allow, or NULL.
 * NULL when a header's value cannot be sent, such as one with a newline. The caller ends it with
 * MHD_destroy_response.
 */
struct MHD_Response *answer_new(const struct http_response *response, const char *allow);

#endif
