/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/words.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/catalogue.h"

static int compare_entry(const void *key, const void *entry)
{
	return strcmp(key, ((const struct catalogue_entry *)entry)->dutch);
}

const char *words_in(const char *language, const char *dutch)
{
	const struct catalogue_entry *entry;

	if (strcmp(language, "en") != 0)
		return dutch;
	entry = bsearch(dutch, catalogue_en, catalogue_en_count, sizeof(*entry), compare_entry);
	return entry == NULL ? dutch : entry->english;
}
