/* SPDX-License-Identifier: EUPL-1.2 */
/* Residents who could exist: where they live and how old they are follows the real population figures. */
#ifndef DEMO_PEOPLE_H
#define DEMO_PEOPLE_H

#include "demo/names.h"
#include "demo/schemes.h"
#include "demo/settings.h"

/* A postcode and an age band, with how many people in need there are there and in all cells before it. */
struct people_cell {
	const char *postcode, *place;
	const struct demo_band *band;
	int64_t until;
};

struct people {
	struct people_cell *cells;
	size_t count;
	const struct demo_population *of;
	const struct demo_names *names;
};

/* The population of the schemes' postcodes. FAILED when the file has none of them. */
enum status people_read(const struct demo_population *population, const struct demo_schemes *schemes,
                        const struct demo_names *names, struct arena *arena, struct people *ret_people,
                        struct fault *fault) MUST_CHECK;
/* A resident without BSN, in arena. */
struct identity people_choose(const struct people *people, struct chance *chance, struct arena *arena);

#endif
