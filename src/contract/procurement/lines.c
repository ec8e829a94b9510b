/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/lines.h"

#include <string.h>

static const char *join(const struct texts *items, const char *between, struct arena *arena)
{
	const char *joined = "";

	for (size_t i = 0; i < items->count; i++)
		joined = i == 0 ? items->items[i]
		                : arena_print(arena, "%s%s%s", joined, between, items->items[i]);
	return joined;
}

const char *lines_join(const struct texts *items, struct arena *arena)
{
	return join(items, "\n", arena);
}

const char *lines_list(const struct texts *items, struct arena *arena)
{
	return join(items, ", ", arena);
}

struct texts lines_split(const char *lines, struct arena *arena)
{
	struct texts items = { .items = ARENA_MANY(arena, strlen(lines) + 1, const char *) };

	for (const char *at = lines; *at != '\0';) {
		size_t length = strcspn(at, "\n");

		items.items[items.count++] = arena_copy_part(arena, at, length);
		at += length + (at[length] == '\n' ? 1 : 0);
	}
	return items;
}
