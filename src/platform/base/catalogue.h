/* SPDX-License-Identifier: EUPL-1.2 */
/* The translations, sorted by the Dutch text; written by tools/catalogue from locale/en.po. */
#ifndef PLATFORM_BASE_CATALOGUE_H
#define PLATFORM_BASE_CATALOGUE_H

#include <stddef.h>

struct catalogue_entry {
	const char *dutch;
	const char *english;
};

extern const struct catalogue_entry catalogue_en[];
extern const size_t catalogue_en_count;

#endif
