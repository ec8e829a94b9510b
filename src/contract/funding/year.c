/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/year.h"

#include <assert.h>

#include "contract/funding/apportion.h"

#define PERCENT 100

const int ceiling_percents[CEILING_SIGNALS] = { 50, 75, 90, 100 };

void year_advances(int64_t cents, int first_month, struct arena *arena, int64_t ret_cents[static YEAR_MONTHS])
{
	struct apportioned parts[YEAR_MONTHS];
	int64_t weights[YEAR_MONTHS] = { 0 };

	assert(first_month >= 1 && first_month <= YEAR_MONTHS);
	for (int i = first_month - 1; i < YEAR_MONTHS; i++)
		weights[i] = 1;
	apportion(cents, weights, YEAR_MONTHS, arena, parts);
	for (int i = 0; i < YEAR_MONTHS; i++)
		ret_cents[i] = parts[i].cents;
}

int ceiling_reached(int64_t spent, int64_t ceiling)
{
	int reached = 0;

	assert(ceiling > 0);
	for (size_t i = 0; i < CEILING_SIGNALS; i++)
		if (spent * PERCENT >= ceiling * ceiling_percents[i])
			reached = ceiling_percents[i];
	return reached;
}

struct borne year_borne(int64_t budget, int64_t spent, int64_t band_percent, int64_t shared_percent)
{
	struct borne borne = { .result = spent - budget };
	int64_t size = borne.result < 0 ? -borne.result : borne.result;
	int64_t beyond = PERCENT * size - band_percent * budget; /* in hundredths of a cent */

	if (beyond > 0)
		borne.municipality = beyond * shared_percent / (PERCENT * PERCENT);
	if (borne.result < 0)
		borne.municipality = -borne.municipality;
	borne.party = borne.result - borne.municipality;
	return borne;
}
