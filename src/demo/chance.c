/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/chance.h"

#include <assert.h>

/* splitmix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014). */
static uint64_t next(struct chance *chance)
{
	uint64_t mixed = chance->state += UINT64_C(0x9E3779B97F4A7C15);

	mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
	return mixed ^ (mixed >> 31);
}

struct chance chance_new(uint64_t seed, uint64_t purpose, uint64_t number)
{
	struct chance chance = { seed };

	chance.state = next(&chance) ^ purpose;
	chance.state = next(&chance) ^ number;
	return chance;
}

int64_t chance_below(struct chance *chance, int64_t limit)
{
	assert(limit > 0);
	return (int64_t)(next(chance) % (uint64_t)limit);
}

int64_t chance_between(struct chance *chance, int64_t first, int64_t last)
{
	return first + chance_below(chance, last - first + 1);
}

bool chance_percent(struct chance *chance, int64_t percent)
{
	return chance_below(chance, 100) < percent;
}

struct date chance_day(struct chance *chance, struct date first, struct date last)
{
	return date_add_days(first, (int32_t)chance_below(chance, last.day - first.day + 1));
}
