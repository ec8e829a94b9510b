/* SPDX-License-Identifier: EUPL-1.2 */
/* Chance that can be repeated: the same seed gives the same numbers on every machine. */
#ifndef DEMO_CHANCE_H
#define DEMO_CHANCE_H

#include "platform/base/date.h"

struct chance {
	uint64_t state;
};

/* A row of numbers of its own for each purpose and number under one seed. */
struct chance chance_new(uint64_t seed, uint64_t purpose, uint64_t number);
/* From 0 to below limit, which is above 0. */
int64_t chance_below(struct chance *chance, int64_t limit);
/* From first to last, both included. */
int64_t chance_between(struct chance *chance, int64_t first, int64_t last);
/* True in so many of a hundred times. */
bool chance_percent(struct chance *chance, int64_t percent);
/* A day from first to last, both included. */
struct date chance_day(struct chance *chance, struct date first, struct date last);

#endif
