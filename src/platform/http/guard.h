/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Refuses requests that two servers could read in two ways. libmicrohttpd 0.9.75 lets most of them pass, and
 * what a proxy in front of us takes for one request would then be two (CWE-444).
 */
#ifndef PLATFORM_HTTP_GUARD_H
#define PLATFORM_HTTP_GUARD_H

#include <microhttpd.h>

#include "platform/base/base.h"

/* Whether the target (path and query as they came), version and headers can be read in one way only. */
bool guard_accepts(struct MHD_Connection *connection, const char *target, const char *version);

#endif
