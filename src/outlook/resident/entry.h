/* SPDX-License-Identifier: EUPL-1.2 */
/* Who may enter an own page: the code of a letter with the right birth date, and not too many wrong ones. */
#ifndef OUTLOOK_RESIDENT_ENTRY_H
#define OUTLOOK_RESIDENT_ENTRY_H

#include "common/journal/journal.h"

/* So many wrong birth dates, and the code of a letter opens nothing any more. */
#define ENTRY_WRONG_MAX 20

/* What somebody typed. */
struct entry_tried {
	const char *code; /* as it is printed */
	struct date born;
	struct moment at;
};
/*
 * Begins a session on the own page. NOT_FOUND: no such code, another birth date, or a code that opens nothing
 * any more; all look the same. FINDINGS: too many wrong ones, try later.
 */
enum status entry_try(struct db *db, const struct entry_tried *tried, struct arena *arena,
                      const char **ret_cookie, struct fault *fault) MUST_CHECK;

#endif
