/* SPDX-License-Identifier: EUPL-1.2 */
/* In which neighbourhood a postcode lies, where a scheme is one area and people still ask about them. */
#ifndef OUTLOOK_LABORATORY_NEIGHBOURHOOD_H
#define OUTLOOK_LABORATORY_NEIGHBOURHOOD_H

#include "common/scheme/scheme.h"
#include "platform/base/fault.h"

/* A postcode of four digits and the district of Statistics Netherlands in which most of it lies. */
struct neighbourhood {
	int64_t postcode;
	const char *name;
};
struct neighbourhoods {
	struct neighbourhood *items; /* the lowest postcode first */
	size_t count;
};

/* Reads data/geo/neighbourhoods.csv, in arena; FAILED when it cannot be read. */
enum status neighbourhoods_read(const char *bytes, size_t length, struct arena *arena,
                                struct neighbourhoods *ret_map, struct fault *fault) MUST_CHECK;
/* That of a postcode, with or without its letters; NULL where it is not known. */
const char *neighbourhood_of(const struct neighbourhoods *map, const char *postcode);
/* Whether the scheme is one area on the day, so that neighbourhoods say more than it does. */
bool neighbourhood_is_finer(const struct scheme *scheme, struct date on);

#endif
