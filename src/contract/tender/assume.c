/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/assume.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define TENTH (DECIMAL_ONE / 10)
#define SWEEP_BYTES ((size_t)64 * 1024 * 1024)

/* splitmix64: each state gives one number, whatever came before. */
static uint64_t next(uint64_t *state)
{
	uint64_t value = *state += 0x9E3779B97F4A7C15U;

	value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
	value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
	return value ^ (value >> 31);
}

/* --- a triangle in tenths --- */

/* How often each tenth comes, added up: rising to the likely one, falling after it; never nothing. */
struct triangle {
	int32_t least;
	size_t count;
	const uint32_t *sums;
};

static uint32_t weight_of(const struct assumed_mark *mark, int32_t tenths)
{
	int32_t before = mark->likely - mark->least + 1, after = mark->most - mark->likely + 1;

	return (uint32_t)(tenths <= mark->likely ? (tenths - mark->least + 1) * after
	                                         : (mark->most - tenths + 1) * before);
}

static struct triangle triangle_of(const struct assumed_mark *mark, struct arena *arena)
{
	size_t count = (size_t)(mark->most - mark->least) + 1;
	uint32_t *sums = ARENA_MANY(arena, count, uint32_t), sum = 0;

	for (size_t i = 0; i < count; i++)
		sums[i] = sum += weight_of(mark, mark->least + (int32_t)i);
	return (struct triangle){ mark->least, count, sums };
}

/* The high bits times the whole: even but for one part in 2^32 over the size of the triangle. */
static int32_t drawn(const struct triangle *triangle, uint64_t *state)
{
	uint32_t at = (uint32_t)(((next(state) >> 32) * triangle->sums[triangle->count - 1]) >> 32);
	size_t low = 0, high = triangle->count - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (at < triangle->sums[middle])
			high = middle;
		else
			low = middle + 1;
	}
	return triangle->least + (int32_t)low;
}

/* --- the runs --- */

struct running {
	const struct tender_terms *terms;
	const struct clients *clients;
	const struct what_if_range *range;
	struct tender_bids bids; /* whose means are drawn anew in each run */
	struct fraction *means;
	struct triangle *triangles; /* per bid and criterion */
	size_t steps_count;
	int64_t runs;
	int64_t *awarded, *kept; /* per step and run */
	struct assumed_step *steps;
};

static void begin(struct running *running, const struct assumption *assumption, struct arena *arena)
{
	size_t criteria = running->terms->criteria_count, count = assumption->bids.count * criteria,
	       results = running->steps_count * (size_t)running->runs;

	running->bids = assumption->bids;
	running->bids.items = ARENA_MANY(arena, assumption->bids.count + 1, struct tender_bid);
	running->means = ARENA_MANY(arena, count + 1, struct fraction);
	running->triangles = ARENA_MANY(arena, count + 1, struct triangle);
	for (size_t i = 0; i < count; i++)
		running->triangles[i] = triangle_of(&assumption->marks[i], arena);
	for (size_t i = 0; i < assumption->bids.count; i++) {
		running->bids.items[i] = assumption->bids.items[i];
		running->bids.items[i].means = &running->means[i * criteria];
	}
	running->awarded = ARENA_MANY(arena, results, int64_t);
	running->kept = ARENA_MANY(arena, results, int64_t);
	running->steps = ARENA_MANY(arena, running->steps_count, struct assumed_step);
	for (size_t i = 0; i < running->steps_count; i++) {
		running->steps[i].uncovered = ARENA_MANY(arena, running->clients->areas.count + 1, int64_t);
		running->steps[i].lost = ARENA_MANY(arena, running->clients->expertise.count + 1, int64_t);
	}
}

static void count_without(const bool *is_without, size_t count, int64_t *counts)
{
	for (size_t i = 0; i < count; i++)
		counts[i] += is_without[i] ? 1 : 0;
}

static void run_once(struct running *running, int64_t run, uint64_t *state, struct arena *arena)
{
	size_t count = running->bids.count * running->terms->criteria_count;
	const struct what_if_step *steps;

	for (size_t i = 0; i < count; i++)
		running->means[i] = (struct fraction){ drawn(&running->triangles[i], state) * TENTH, 1 };
	steps = what_if(running->terms, &running->bids, running->clients, running->range, arena);
	for (size_t i = 0; i < running->steps_count; i++) {
		size_t place = i * (size_t)running->runs + (size_t)run;

		running->awarded[place] = (int64_t)steps[i].awarded;
		running->kept[place] = steps[i].clients_kept;
		running->steps[i].threshold = steps[i].threshold;
		count_without(steps[i].uncovered, running->clients->areas.count, running->steps[i].uncovered);
		count_without(steps[i].lost, running->clients->expertise.count, running->steps[i].lost);
	}
}

static int by_size(const void *a, const void *b)
{
	const int64_t *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

static struct assumed_range range_of(int64_t *results, int64_t runs)
{
	qsort(results, (size_t)runs, sizeof(results[0]), by_size);
	return (struct assumed_range){ results[(runs - 1) / 20], results[(runs - 1) / 2],
		                       results[(runs - 1) * 19 / 20] };
}

const struct assumed_step *assume(const struct tender_terms *terms, const struct assumption *assumption,
                                  const struct clients *clients, const struct what_if_range *range,
                                  const struct draw *draw, struct arena *arena)
{
	CLEANUP(arena_freep) struct arena *sweep = arena_new(SWEEP_BYTES);
	struct running running = { .terms = terms,
		                   .clients = clients,
		                   .range = range,
		                   .runs = draw->runs,
		                   .steps_count = what_if_steps(range) };
	uint64_t state = draw->seed;

	assert(draw->runs >= 1 && draw->runs <= ASSUME_RUNS_MAX);
	begin(&running, assumption, arena);
	for (int64_t run = 0; run < draw->runs; run++) {
		run_once(&running, run, &state, sweep);
		arena_clear(sweep);
	}
	for (size_t i = 0; i < running.steps_count; i++) {
		running.steps[i].awarded = range_of(&running.awarded[i * (size_t)draw->runs], draw->runs);
		running.steps[i].clients_kept = range_of(&running.kept[i * (size_t)draw->runs], draw->runs);
	}
	return running.steps;
}
