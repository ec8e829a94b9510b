/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/numbers.h"

#include "common/person/person.h"

#define FIRST 999900000
#define LAST 999999999
#define MOST 10000 /* at most one in eleven passes */

struct numbers numbers_new(struct chance *chance, struct arena *arena)
{
	struct numbers numbers = { .items = ARENA_MANY(arena, MOST, const char *) };

	for (long number = FIRST; number <= LAST && numbers.count < MOST; number++) {
		const char *bsn = arena_print(arena, "%ld", number);

		if (bsn_is_right(bsn))
			numbers.items[numbers.count++] = bsn;
	}
	for (size_t i = numbers.count - 1; i > 0; i--) {
		size_t other = (size_t)chance_below(chance, (int64_t)i + 1);
		const char *bsn = numbers.items[i];

		numbers.items[i] = numbers.items[other];
		numbers.items[other] = bsn;
	}
	return numbers;
}

const char *numbers_give(struct numbers *numbers)
{
	return numbers->given < numbers->count ? numbers->items[numbers->given++] : NULL;
}
