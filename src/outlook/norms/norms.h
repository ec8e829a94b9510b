/* SPDX-License-Identifier: EUPL-1.2 */
/* Which norms hold for an agreement on a day, and how to count what was reached: no database. */
#ifndef OUTLOOK_NORMS_NORMS_H
#define OUTLOOK_NORMS_NORMS_H

#include "common/scheme/scheme.h"

/* How far something was reached; open: it is not reached, and the day on which it must be has not come. */
struct norm_count {
	int64_t reached, missed, open;
};

/* Some granted lines whose care must begin: when the grant begins, when care began (or no date), how many. */
struct norm_grant {
	struct date from, started_on;
	int64_t lines;
};
/*
 * Counts whether care had begun by a day: within so many days of the grant's first day, or with 0 days at
 * all.
 */
void norm_count_grant(const struct norm_grant *grant, int64_t within_days, struct date on,
                      struct norm_count *count);
/* Whole percents of what could have been reached, rounded down; -1 when nothing could. */
int norm_percent(const struct norm_count *count);

/* Whether a norm holds in a phase; a floor holds always. Without phases every norm holds. */
bool norm_holds(const struct scheme_norm *norm, const struct scheme_phase *phase);
/* The day from which is counted: the phase's first, else the agreement's. */
struct date norm_since(const struct scheme_agreement *agreement, const struct scheme_phase *phase);
/*
 * The agreement after which this one began anew with a start-up, or NULL: it ended on the day on which this
 * one's first phase begins.
 */
const struct scheme_agreement *norm_before(const struct scheme *scheme,
                                           const struct scheme_agreement *agreement,
                                           const struct scheme_phase *phase);

#endif
