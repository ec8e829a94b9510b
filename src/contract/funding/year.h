/* SPDX-License-Identifier: EUPL-1.2 */
/* What a year of a budget brings: advances by month, signals before a ceiling, who bears a result. */
#ifndef CONTRACT_FUNDING_YEAR_H
#define CONTRACT_FUNDING_YEAR_H

#include "platform/base/arena.h"

#define YEAR_MONTHS 12
/*
 * The advances of a budget: a twelfth each month, in whole cents that are the budget together. first_month is
 * 1 but where the agreement begins later in the year: then the months from that one on, in equal parts.
 */
void year_advances(int64_t cents, int first_month, struct arena *arena,
                   int64_t ret_cents[static YEAR_MONTHS]);

/* A ceiling is talked about at these parts of it; it never keeps a grant back (Wmo 2015, art. 2.3.5). */
#define CEILING_SIGNALS 4
extern const int ceiling_percents[CEILING_SIGNALS]; /* 50, 75, 90, 100 */
/* The highest of the percents that was reached; 0 for none. ceiling is above 0. */
int ceiling_reached(int64_t spent, int64_t ceiling);

/* Who bears the difference between what was spent and the budget. */
struct borne {
	int64_t result;       /* spent - budget: above 0 is a loss */
	int64_t party;        /* of the result */
	int64_t municipality; /* of the result; the two are the result */
};
/*
 * Inside band_percent of the budget the result is the party's own; of what is beyond it shared_percent is the
 * municipality's, in whole cents towards 0, so that the half cent is the party's.
 */
struct borne year_borne(int64_t budget, int64_t spent, int64_t band_percent, int64_t shared_percent);

#endif
