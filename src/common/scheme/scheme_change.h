/* SPDX-License-Identifier: EUPL-1.2 */
/* What another version of a scheme changes: a sentence for a meeting, and whose help it may touch. */
#ifndef COMMON_SCHEME_SCHEME_CHANGE_H
#define COMMON_SCHEME_SCHEME_CHANGE_H

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

#endif
