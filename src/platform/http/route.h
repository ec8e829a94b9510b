/* SPDX-License-Identifier: EUPL-1.2 */
/* Finds the route for a path. */
#ifndef PLATFORM_HTTP_ROUTE_H
#define PLATFORM_HTTP_ROUTE_H

#include "platform/http/http.h"

struct routes;

/* The table in the order in which it is searched; lives in arena. A malformed or doubled row is a bug. */
struct routes *routes_new(const struct http_route *rows, size_t count, struct arena *arena);

/*
 * Finds the row for a path as it came (percent-encoded). Returns 200 with the route and its parts in arena; 404;
 * 405, with the methods the path does have as "GET, HEAD" in ret_allow; 400 for a path that cannot be decoded.
 * method is NULL for one that no route has.
 */
int routes_find(const struct routes *routes, const enum http_method *method, const char *path, struct arena *arena,
                const struct http_route **ret_route, struct pairs *ret_parts, const char **ret_allow);

#endif
