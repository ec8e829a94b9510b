/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/lane/lane_change.h"

#include <string.h>

static const struct field lane_change_fields[] = {
	FIELD(struct lane_change, scheme),      FIELD(struct lane_change, sort),
	FIELD(struct lane_change, fact),        FIELD(struct lane_change, valid_from),
	FIELD(struct lane_change, valid_until), FIELD(struct lane_change, agreement),
	FIELD(struct lane_change, party),       FIELD(struct lane_change, other),
	FIELD(struct lane_change, label),       FIELD(struct lane_change, agb),
	FIELD(struct lane_change, products),    FIELD(struct lane_change, areas),
};
const struct record lane_change_record = RECORD(struct lane_change, "lane_change", lane_change_fields);

struct texts lane_change_names(const char *lines, struct arena *arena)
{
	struct texts names = { 0 };
	size_t most = 1;

	for (const char *at = lines; *at != '\0'; at++)
		most += *at == '\n';
	names.items = ARENA_MANY(arena, most, const char *);
	while (*lines != '\0') {
		size_t length = strcspn(lines, "\n");

		if (length > 0)
			names.items[names.count++] = arena_copy_part(arena, lines, length);
		lines += length + (lines[length] == '\n' ? 1 : 0);
	}
	return names;
}
