/* SPDX-License-Identifier: EUPL-1.2 */
/* In which municipality of a register everybody lives: lists of a register that several share are made apart.
 */
#ifndef COMMON_SCHEME_RESIDENCE_H
#define COMMON_SCHEME_RESIDENCE_H

#include "common/journal/journal.h"

/* The municipalities of a register where there are several, by name; of a register of one: none. In the
 * journal's arena. */
struct texts residence_places(const struct journal *journal);

struct residence {
	int64_t person;
	const char *place; /* one of those names; "" where the address lies in none */
};
/* Of everybody on a day, by person; nobody in a register of one municipality. In the journal's arena. */
enum status residences_on(struct journal *journal, struct date on, struct records *ret_residences,
                          struct fault *fault) MUST_CHECK;
/* The municipality of a person among them; "" for who is not there. */
const char *residence_of(const struct records *residences, int64_t person);

#endif
