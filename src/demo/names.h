/* SPDX-License-Identifier: EUPL-1.2 */
/* Names for people who do not exist, from data/names. */
#ifndef DEMO_NAMES_H
#define DEMO_NAMES_H

#include "common/person/person.h"
#include "demo/chance.h"
#include "platform/base/fault.h"

struct surname {
	const char *surname, *prefix;
	int64_t until; /* bearers of this name and of all names before it */
};

struct first_name {
	const char *name, *sex;
	int64_t from_year, until_year; /* in which it was given */
};

struct demo_names {
	struct surname *surnames;
	struct first_name *first_names;
	const char **streets;
	size_t surnames_count, first_names_count, streets_count;
};

enum status names_read(struct arena *arena, struct demo_names *ret_names, struct fault *fault) MUST_CHECK;
/* Fills surname, prefix, initials and first names; these fit the sex and the year of birth. */
void names_choose(const struct demo_names *names, struct chance *chance, struct arena *arena,
                  struct identity *identity);

#endif
