/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/names.h"

#include <string.h>

#define SLOTS_AT_FIRST 256

/* FNV-1a, and a last turn so that the low bits differ. */
static uint64_t digest(const char *name)
{
	uint64_t hash = 1469598103934665603U;

	for (; *name != '\0'; name++)
		hash = (hash ^ (unsigned char)*name) * 1099511628211U;
	return hash ^ (hash >> 32);
}

/* The slot of a name, or the empty one where it belongs; slots_count is a power of two. */
static size_t *slot_of(const struct names *names, const char *name)
{
	size_t at = (size_t)digest(name) & (names->slots_count - 1);

	while (names->slots[at] != 0 && strcmp(names->items[names->slots[at] - 1], name) != 0)
		at = (at + 1) & (names->slots_count - 1);
	return &names->slots[at];
}

static void make_room(struct names *names)
{
	if (2 * (names->count + 1) <= names->slots_count)
		return;
	names->slots_count = names->slots_count == 0 ? SLOTS_AT_FIRST : 4 * names->slots_count;
	names->slots = ARENA_MANY(names->arena, names->slots_count, size_t);
	for (size_t i = 0; i < names->count; i++)
		*slot_of(names, names->items[i]) = i + 1;
}

size_t names_add(struct names *names, const char *name)
{
	size_t *slot;

	make_room(names);
	slot = slot_of(names, name);
	if (*slot == 0) {
		names->items = arena_with_room(names->arena, names->items, names->count, &names->items_room,
		                               sizeof(names->items[0]));
		names->items[names->count++] = name;
		*slot = names->count;
	}
	return *slot - 1;
}

size_t names_find(const struct names *names, const char *name)
{
	return names->slots_count == 0 ? NAMES_NONE : *slot_of(names, name) - 1;
}
