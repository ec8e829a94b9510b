/* SPDX-License-Identifier: EUPL-1.2 */
/* A list of short texts as one text, one a line, for a column. */
#ifndef CONTRACT_PROCUREMENT_LINES_H
#define CONTRACT_PROCUREMENT_LINES_H

#include "platform/record/record.h"

/* The items one a line, in arena; "" for none. */
const char *lines_join(const struct texts *items, struct arena *arena);
/* The items again, in arena; none for "". */
struct texts lines_split(const char *lines, struct arena *arena);
/* The items as "a, b, c", in arena. */
const char *lines_list(const struct texts *items, struct arena *arena);

#endif
