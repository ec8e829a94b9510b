/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/forecast.h"

#include <assert.h>
#include <stdlib.h>

#define THOUSAND 1000
#define CHANGE_LEAST 800 /* per thousand */
#define CHANGE_MOST 1250

/* The generator splitmix64 (Steele, Lea and Flood, 2014). */
static uint64_t next_of(uint64_t *state)
{
	uint64_t mixed = (*state += 0x9e3779b97f4a7c15U);

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
	return mixed ^ (mixed >> 31);
}

static int by_size(const void *one, const void *other)
{
	int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;

	return (a > b) - (a < b);
}

/* The changes that were seen, per thousand; months in which nothing was done tell of none. */
static size_t changes_of(const struct forecast_question *question, int64_t ret_changes[FORECAST_MONTHS_MAX])
{
	size_t count = 0;

	for (size_t i = 1; i < question->months_count; i++) {
		int64_t change;

		if (question->months[i - 1] <= 0)
			continue;
		change = question->months[i] * THOUSAND / question->months[i - 1];
		change = change < CHANGE_LEAST ? CHANGE_LEAST : change;
		ret_changes[count++] = change > CHANGE_MOST ? CHANGE_MOST : change;
	}
	return count;
}

/* What a month was like of late. */
static int64_t of_late(const struct forecast_question *question)
{
	size_t count = question->months_count < FORECAST_LATE ? question->months_count : FORECAST_LATE;
	int64_t sum = 0;

	for (size_t i = 1; i <= count; i++)
		sum += question->months[question->months_count - i];
	return count == 0 ? 0 : sum / (int64_t)count;
}

/* A change that was seen, of which nothing to all goes on; per thousand. */
static int64_t drawn_change(const int64_t *changes, size_t count, uint64_t *state)
{
	int64_t change = changes[next_of(state) % count];

	return THOUSAND + (change - THOUSAND) * (int64_t)(next_of(state) % (THOUSAND + 1)) / THOUSAND;
}

bool forecast_year(const struct forecast_question *question, struct forecast *ret_forecast)
{
	int64_t changes[FORECAST_MONTHS_MAX], drawn[FORECAST_DRAWS], late = of_late(question);
	uint64_t state = question->seed;
	size_t count;

	assert(question->months_count <= FORECAST_MONTHS_MAX);
	count = changes_of(question, changes);
	if (count < FORECAST_CHANGES_LEAST)
		return false;
	for (size_t i = 0; i < FORECAST_DRAWS; i++) {
		int64_t change = THOUSAND;

		drawn[i] = question->done;
		for (int j = 0; j < question->months_left; j++) {
			if (j % FORECAST_TOGETHER == 0)
				change = drawn_change(changes, count, &state);
			drawn[i] += late * change / THOUSAND;
		}
	}
	qsort(drawn, FORECAST_DRAWS, sizeof(drawn[0]), by_size);
	*ret_forecast = (struct forecast){ drawn[FORECAST_DRAWS / 10], drawn[FORECAST_DRAWS / 2],
		                           drawn[FORECAST_DRAWS * 9 / 10] };
	return true;
}
