/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/settle.h"

#include <assert.h>

#include "contract/funding/apportion.h"

struct settled settle(const struct funding_form *form, const struct settle_sums *sums,
                      const struct settle_band *band)
{
	struct settled settled = { 0 };

	if (form->is_budget) {
		settled.due = sums->committed;
		if (sums->has_statement && sums->committed > 0) {
			settled.borne = year_borne(sums->committed, sums->stated, band->band_percent,
			                           band->shared_percent);
			settled.due += settled.borne.municipality;
		}
	} else {
		bool is_less = sums->has_statement && sums->stated < sums->approved;

		settled.due = is_less ? sums->stated : sums->approved;
		if (sums->has_statement)
			settled.borne.result = settled.borne.party = sums->stated - settled.due;
	}
	settled.balance = settled.due - sums->paid;
	return settled;
}

/* Divides an amount, also one below 0. */
static void divide(int64_t amount, const int64_t *weights, size_t count, struct arena *arena,
                   struct apportioned *ret_parts)
{
	apportion(amount < 0 ? -amount : amount, weights, count, arena, ret_parts);
	for (size_t i = 0; i < count && amount < 0; i++)
		ret_parts[i].cents = -ret_parts[i].cents;
}

void settle_areas(const struct settled *settled, struct settle_area *areas, size_t count, struct arena *arena)
{
	int64_t *weights = ARENA_MANY(arena, count + 1, int64_t), sum = 0;
	struct apportioned *due = ARENA_MANY(arena, count + 1, struct apportioned);
	struct apportioned *balance = ARENA_MANY(arena, count + 1, struct apportioned);

	if (count == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		assert(areas[i].weight >= 0);
		sum += weights[i] = areas[i].weight;
	}
	for (size_t i = 0; i < count && sum == 0; i++)
		weights[i] = 1;
	divide(settled->due, weights, count, arena, due);
	divide(settled->balance, weights, count, arena, balance);
	for (size_t i = 0; i < count; i++) {
		areas[i].due = due[i].cents;
		areas[i].balance = balance[i].cents;
	}
}

struct date settle_last_day(int64_t year)
{
	return date_of((int)year + 1, 3, 31);
}
