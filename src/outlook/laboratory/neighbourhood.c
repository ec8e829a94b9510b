/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/laboratory/neighbourhood.h"

#include <stdlib.h>

#include "platform/base/text.h"
#include "platform/record/sheet.h"

#define POSTCODES_FROM 1000
#define POSTCODES_UNTIL 9999

static int by_postcode(const void *a, const void *b)
{
	const struct neighbourhood *one = a, *other = b;

	return (one->postcode > other->postcode) - (one->postcode < other->postcode);
}

/* The four digits with which a postcode begins; 0 for none. */
static int64_t digits_of(const char *postcode)
{
	int64_t number = strtoll(or_empty(postcode), NULL, 10);

	return number < POSTCODES_FROM || number > POSTCODES_UNTIL ? 0 : number;
}

enum status neighbourhoods_read(const char *bytes, size_t length, struct arena *arena,
                                struct neighbourhoods *ret_map, struct fault *fault)
{
	struct sheet sheet = sheet_open(bytes, length);
	struct neighbourhoods map = { 0 };
	size_t room = 0;

	(void)sheet_next(&sheet, arena); /* the names of the columns */
	while (sheet_next(&sheet, arena)) {
		if (sheet.fault != SHEET_FINE || sheet.count != 2 || digits_of(sheet.values[0]) == 0)
			return fault_set(fault, FAILED, "line %lld of the neighbourhoods cannot be read",
			                 (long long)sheet.line);
		map.items = arena_with_room(arena, map.items, map.count, &room, sizeof(map.items[0]));
		map.items[map.count++] =
			(struct neighbourhood){ digits_of(sheet.values[0]), sheet.values[1] };
	}
	if (map.count > 1)
		qsort(map.items, map.count, sizeof(map.items[0]), by_postcode);
	*ret_map = map;
	return OK;
}

const char *neighbourhood_of(const struct neighbourhoods *map, const char *postcode)
{
	const struct neighbourhood sought = { .postcode = digits_of(postcode) };
	const struct neighbourhood *found =
		map->count == 0 ? NULL
				: bsearch(&sought, map->items, map->count, sizeof(sought), by_postcode);

	return found == NULL ? NULL : found->name;
}

bool neighbourhood_is_finer(const struct scheme *scheme, struct date on)
{
	const struct scheme_area *area = scheme->areas.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->areas.count; i++)
		count += date_within(on, area[i].from, area[i].until);
	return count == 1;
}
