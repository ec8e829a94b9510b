/* SPDX-License-Identifier: EUPL-1.2 */
/* Who speaks for each provider of a demonstration, in each corner that a scheme has; some places stay empty.
 */
#ifndef DEMO_CONTACTS_H
#define DEMO_CONTACTS_H

#include "demo/chance.h"
#include "demo/names.h"
#include "demo/schemes.h"

struct demo_contact {
	const char *party, *corner;
	const char *name; /* NULL where nobody was named */
	struct date from;
	struct date left_on; /* no date: still there today */
};

/* What the places of a demonstration depend on. */
struct contacts_asked {
	const struct demo_schemes *schemes;
	const struct demo_names *names;
	int64_t unnamed_percent, left_percent;
	struct date first, today; /* the first day on which something can be recorded, and the last */
};

/* A place for each party of an agreement in each corner, filled by chance; in arena. */
struct demo_contact *contacts_plan(const struct contacts_asked *asked, struct chance *chance,
                                   struct arena *arena, size_t *ret_count);

#endif
