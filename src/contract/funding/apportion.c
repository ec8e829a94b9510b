/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/apportion.h"

#include <assert.h>
#include <stdlib.h>

#define BITS 60

/* Bit by bit, as on paper: the product never stands anywhere, so it cannot become too large. */
int64_t apportion_share(int64_t a, int64_t b, int64_t c, int64_t *ret_rest)
{
	int64_t whole = 0, rest = 0;

	assert(a >= 0 && a <= APPORTION_TOTAL_MAX && b >= 0 && b <= c && c > 0 && c <= APPORTION_WEIGHTS_MAX);
	for (int bit = BITS; bit >= 0; bit--) {
		rest = 2 * rest + ((a >> bit & 1) != 0 ? b : 0);
		whole *= 2;
		for (; rest >= c; rest -= c)
			whole++;
	}
	*ret_rest = rest;
	return whole;
}

/* Who waits for a cent. */
struct waiting {
	int64_t rest;
	size_t place;
};

static int by_rest(const void *a, const void *b)
{
	const struct waiting *one = a, *other = b;

	if (one->rest != other->rest)
		return one->rest > other->rest ? -1 : 1;
	return one->place < other->place ? -1 : 1;
}

void apportion(int64_t total, const int64_t *weights, size_t count, struct arena *arena,
               struct apportioned *ret_parts)
{
	struct waiting *waiting = ARENA_MANY(arena, count + 1, struct waiting);
	int64_t sum = 0, left = total;

	for (size_t i = 0; i < count; i++) {
		assert(weights[i] >= 0 && weights[i] <= APPORTION_WEIGHTS_MAX - sum);
		sum += weights[i];
	}
	assert(sum > 0);
	for (size_t i = 0; i < count; i++) {
		ret_parts[i] = (struct apportioned){ 0 };
		ret_parts[i].cents = apportion_share(total, weights[i], sum, &ret_parts[i].rest);
		waiting[i] = (struct waiting){ ret_parts[i].rest, i };
		left -= ret_parts[i].cents;
	}
	qsort(waiting, count, sizeof(waiting[0]), by_rest);
	for (size_t i = 0; left > 0; i++, left--) {
		assert(i < count);
		ret_parts[waiting[i].place].cents++;
		ret_parts[waiting[i].place].is_rounded_up = true;
	}
}
