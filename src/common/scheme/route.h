/* SPDX-License-Identifier: EUPL-1.2 */
/* For whom a question is: the scope of a register's schemes, by theme and date. */
#ifndef COMMON_SCHEME_ROUTE_H
#define COMMON_SCHEME_ROUTE_H

#include "common/scheme/scheme_book.h"

struct scheme_route {
	const char *scheme; /* whose scope says so */
	const char *theme, *label;
	const char *to, *to_label;
	struct date from; /* since when */
	bool is_ours;     /* a party of the scheme, so it stays at the desk; else a partner */
};

/* A line of a scheme's scope as a route, whatever the day. */
struct scheme_route scheme_route_of(const struct scheme *scheme, const struct scheme_scope *scope);
/* For whom a question about a theme is on a day; false when no scheme of the register says. */
bool scheme_route_on(const struct scheme_book *book, int64_t register_id, const char *theme, struct date on,
                     struct scheme_route *ret_route);
/* Whether any scheme of the register speaks of the theme, on whatever day. */
bool scheme_route_knows(const struct scheme_book *book, int64_t register_id, const char *theme);

#endif
