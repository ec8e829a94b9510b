/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/billing/split_amount.h"

#include "contract/funding/apportion.h"

/* Those without a price share what the others leave. */
static void share_rest(int64_t rest, struct split_part *parts, size_t count, struct arena *arena)
{
	int64_t *weights = ARENA_MANY(arena, count, int64_t);
	struct apportioned *shares = ARENA_MANY(arena, count, struct apportioned);
	bool is_any = false;

	for (size_t i = 0; i < count; i++) {
		weights[i] = parts[i].price == SPLIT_NO_PRICE ? parts[i].delivered : 0;
		is_any = is_any || weights[i] > 0;
	}
	if (!is_any)
		weights[count - 1] = 1;
	apportion(rest, weights, count, arena, shares);
	for (size_t i = 0; i < count; i++)
		parts[i].cents += shares[i].cents;
}

void split_amount(int64_t amount, struct split_part *parts, size_t count, struct arena *arena)
{
	int64_t agreed = 0, *weights;
	struct apportioned *shares;

	for (size_t i = 0; i < count; i++) {
		parts[i].cents = parts[i].price == SPLIT_NO_PRICE ? 0 : parts[i].price;
		agreed += parts[i].cents;
	}
	if (agreed <= amount) {
		share_rest(amount - agreed, parts, count, arena);
		return;
	}
	weights = ARENA_MANY(arena, count, int64_t);
	shares = ARENA_MANY(arena, count, struct apportioned);
	for (size_t i = 0; i < count; i++)
		weights[i] = parts[i].cents;
	apportion(amount, weights, count, arena, shares);
	for (size_t i = 0; i < count; i++)
		parts[i].cents = shares[i].cents;
}
