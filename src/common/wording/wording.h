/* SPDX-License-Identifier: EUPL-1.2 */
/* Every text of a record, for who looks at the door whether something stands in it that may not. */
#ifndef COMMON_WORDING_WORDING_H
#define COMMON_WORDING_WORDING_H

#include "platform/base/arena.h"
#include "platform/record/record.h"

/* Looks at one text; path is that of its field, as findings have it. */
typedef void wording_look(void *with, const char *path, const char *words);
/* What is looked at: the texts of an item, but not the fields that have one of these flags. */
struct wording {
	const struct record *record;
	const void *item;
	unsigned but;
};
/* Looks at every text of it, those of its lists and of what stands inside it too; not at codes. Paths are
 * in arena. */
void wording_each(const struct wording *wording, struct arena *arena, wording_look *look, void *with);

#endif
