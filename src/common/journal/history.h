/* SPDX-License-Identifier: EUPL-1.2 */
/* What happened to a person, line by line. */
#ifndef COMMON_JOURNAL_HISTORY_H
#define COMMON_JOURNAL_HISTORY_H

#include "common/journal/journal.h"

/* A line of a person's history. */
struct journal_line {
	int64_t fact;
	const char *kind;
	struct date valid_on;
	struct moment recorded_at;
	const char *name; /* of the person behind the account, or the account where there is none */
};
/* The facts about a person, newest first: held or recorded by the end of a day; all without a date. */
enum status journal_of_person(struct journal *journal, int64_t person, struct date on,
                              struct records *ret_lines, struct fault *fault) MUST_CHECK;

#endif
