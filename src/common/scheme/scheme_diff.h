/* SPDX-License-Identifier: EUPL-1.2 */
/* What another version of a scheme changes, in sentences for a meeting, and whose help each may touch. */
#ifndef COMMON_SCHEME_SCHEME_DIFF_H
#define COMMON_SCHEME_SCHEME_DIFF_H

#include "common/scheme/scheme.h"

/* Whose help a change may touch: help that meets every criterion that is given. */
struct scheme_reach {
	bool is_help;                /* false: it touches no client's help */
	bool is_who;                 /* it may change who can deliver it */
	struct texts products;       /* names, as those of areas and parties */
	struct texts areas;          /* in which the client lives, by the old version or the new one */
	struct texts parties;        /* that deliver, or answer for it */
	struct texts postcodes;      /* four digits */
	int16_t from_age, until_age; /* half-open; until_age 0: no end */
};

struct scheme_change {
	const char *section;     /* the key of the file that it is about */
	const char *words;       /* a sentence, in the language asked */
	struct date from, until; /* half-open; no from: from the day on which the version holds */
	struct scheme_reach reach;
};

struct scheme_changes {
	struct scheme_change *items;
	size_t count;
};

/* Two versions of a scheme. With a day from which the new one holds, what it says of earlier days is no
 * change. */
struct scheme_versions {
	const struct scheme *before, *after;
	struct date holds; /* or no date: as the two files say it */
};

/*
 * What changes from one version of a scheme to another: who delivers what and where, from which day, then
 * parties, areas, norms and all else that the file says. None when the two say the same. Texts and changes
 * live in arena, which needs room for some 128 MiB; the schemes must outlive them.
 */
struct scheme_changes scheme_diff(const struct scheme_versions *versions, const char *language,
                                  struct arena *arena);

#endif
