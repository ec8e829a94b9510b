/* SPDX-License-Identifier: EUPL-1.2 */
/* Names as they are met: each gets a number, the same one every time. */
#ifndef CONTRACT_TENDER_NAMES_H
#define CONTRACT_TENDER_NAMES_H

#include "platform/base/arena.h"

#define NAMES_NONE SIZE_MAX

/* Begin with { .arena = arena }. */
struct names {
	struct arena *arena;
	const char **items; /* in the order in which they were met; borrowed */
	size_t count;
	size_t items_room;
	size_t *slots; /* number + 1; 0 is empty */
	size_t slots_count;
};

/* The number of a name, which is new or not; the name stays the caller's and must outlive this. */
size_t names_add(struct names *names, const char *name);
/* The number of a name, or NAMES_NONE. */
size_t names_find(const struct names *names, const char *name);

#endif
