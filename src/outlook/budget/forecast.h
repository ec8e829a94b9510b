/* SPDX-License-Identifier: EUPL-1.2 */
/* What a year will come to, as a range: drawn by chance from how it went before, the same for the same seed.
 */
#ifndef OUTLOOK_BUDGET_FORECAST_H
#define OUTLOOK_BUDGET_FORECAST_H

#include "platform/base/base.h"

#define FORECAST_DRAWS 1000
#define FORECAST_CHANGES_LEAST 3 /* fewer months tell nothing */
#define FORECAST_MONTHS_MAX 24
#define FORECAST_LATE 3     /* months whose mean is what a month is like now */
#define FORECAST_TOGETHER 3 /* months that change together */

struct forecast_question {
	const int64_t *months; /* what each month came to, oldest first; all of them are over */
	size_t months_count;
	int64_t done; /* of the year, in these months */
	int months_left;
	uint64_t seed;
};
/* So much or less in ten, fifty and ninety of a hundred draws. */
struct forecast {
	int64_t p10, p50, p90;
};
/*
 * Each month to come is the mean of the last three, changed as from one month to the next was seen; of such
 * a change a drawn part goes on, from nothing to all. Three months have one change together: what goes up
 * stays up for a while, so the range is no narrower than the months were apart. Growth does not go on
 * growing. A change counts as a fifth less at least and a quarter more at most. False where there is too
 * little to go by.
 */
bool forecast_year(const struct forecast_question *question, struct forecast *ret_forecast);

#endif
