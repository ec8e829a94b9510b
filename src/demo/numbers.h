/* SPDX-License-Identifier: EUPL-1.2 */
/* Citizen service numbers that belong to nobody: the test range 9999xxxxx, each given once. */
#ifndef DEMO_NUMBERS_H
#define DEMO_NUMBERS_H

#include "demo/chance.h"
#include "platform/base/arena.h"

struct numbers {
	const char **items;
	size_t count, given;
};

/* All numbers of the range that pass the eleven test, shuffled, in arena. */
struct numbers numbers_new(struct chance *chance, struct arena *arena);
/* The next one; NULL when all have been given. */
const char *numbers_give(struct numbers *numbers);

#endif
