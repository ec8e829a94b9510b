/* SPDX-License-Identifier: EUPL-1.2 */
/* The registers that are demonstrations: their doors show with what anybody may enter. */
#ifndef COMMON_ACCESS_DEMONSTRATION_H
#define COMMON_ACCESS_DEMONSTRATION_H

#include "common/access/web.h"

/* They as struct journal_register, as they are now, in the request's arena; for who has not entered yet. */
enum status web_demonstrations(const struct http_request *request, struct records *ret_registers,
                               struct fault *fault) MUST_CHECK;

#endif
