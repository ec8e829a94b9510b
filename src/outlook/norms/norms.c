/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/norms/norms.h"

#include <string.h>

#define PERCENT 100

void norm_count_grant(const struct norm_grant *grant, int64_t within_days, struct date on,
                      struct norm_count *count)
{
	bool has_begun = date_is(grant->started_on) && !date_before(on, grant->started_on);
	struct date last = within_days == 0 ? on : date_add_days(grant->from, (int32_t)within_days);

	if (has_begun && !date_before(last, grant->started_on))
		count->reached += grant->lines;
	else if (within_days != 0 && !has_begun && !date_before(last, on))
		count->open += grant->lines;
	else
		count->missed += grant->lines;
}

int norm_percent(const struct norm_count *count)
{
	int64_t all = count->reached + count->missed;

	return all == 0 ? -1 : (int)(count->reached * PERCENT / all);
}

bool norm_holds(const struct scheme_norm *norm, const struct scheme_phase *phase)
{
	if (norm->is_floor || phase == NULL)
		return true;
	for (size_t i = 0; i < norm->phases.count; i++)
		if (strcmp(norm->phases.items[i], phase->kind) == 0)
			return true;
	return false;
}

struct date norm_since(const struct scheme_agreement *agreement, const struct scheme_phase *phase)
{
	return phase == NULL ? agreement->from : phase->from;
}

const struct scheme_agreement *norm_before(const struct scheme *scheme,
                                           const struct scheme_agreement *agreement,
                                           const struct scheme_phase *phase)
{
	const struct scheme_agreement *agreements = scheme->agreements.items;

	if (phase == NULL || strcmp(phase->kind, "start_up") != 0)
		return NULL;
	for (size_t i = 0; i < scheme->agreements.count; i++)
		if (&agreements[i] != agreement && date_is(agreements[i].until) &&
		    agreements[i].until.day == phase->from.day)
			return &agreements[i];
	return NULL;
}
