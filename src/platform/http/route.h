/* SPDX-License-Identifier: EUPL-1.2 */
/* Finds the route for a path. */
#ifndef PLATFORM_HTTP_ROUTE_H
#define PLATFORM_HTTP_ROUTE_H

#include "platform/http/http.h"

struct routes;

/* The table in the order in which it is searched; lives in arena. A malformed or doubled row is a bug. */
struct routes *routes_new(const struct http_route *rows, size_t count, struct arena *arena);

struct route_found {
	int status;                     /* 200; 404; 405; 400 for a path that cannot be decoded */
	const struct http_route *route; /* beside 200 */
	struct pairs parts;
	const char *allow; /* beside 405: the methods that the path does have, such as "GET, HEAD" */
};

/* Finds the row for a path as it came (percent-encoded). method is NULL for one that no route has. */
struct route_found routes_find(const struct routes *routes, const enum http_method *method, const char *path,
                               struct arena *arena);

#endif
