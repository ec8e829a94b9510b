/* SPDX-License-Identifier: EUPL-1.2 */
/* What a fixed budget may do to people, beside the money: waiting, refusals, complaints and use. */
#ifndef OUTLOOK_BUDGET_CARE_COUNTS_H
#define OUTLOOK_BUDGET_CARE_COUNTS_H

#include "common/journal/journal.h"

/* A count now and one a year earlier, as it is shown: fewer than five people are "<5". */
struct care_count {
	const char *what, *now, *earlier;
	bool is_less; /* shown numbers, and now fewer than a year before */
};
extern const struct record care_count_record;

/*
 * The counts on the first day of a month, so that two days tell of nobody, beside those a year earlier:
 * refusals and complaints in the twelve months before that day; use for each product. In the journal's arena.
 */
enum status care_counts(struct journal *journal, struct date month, struct records *ret_counts,
                        struct fault *fault) MUST_CHECK;

#endif
