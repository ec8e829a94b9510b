/* SPDX-License-Identifier: EUPL-1.2 */
/* Two versions of a scheme compared. */
#ifndef COMMON_SCHEME_SCHEME_DIFF_H
#define COMMON_SCHEME_SCHEME_DIFF_H

#include "common/scheme/scheme_change.h"

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
