/* SPDX-License-Identifier: EUPL-1.2 */
/* Dividing an amount by weights in whole cents: the parts are the whole to the cent, the same every time. */
#ifndef CONTRACT_FUNDING_APPORTION_H
#define CONTRACT_FUNDING_APPORTION_H

#include "platform/base/arena.h"

#define APPORTION_RULE "largest_remainder"
#define APPORTION_WEIGHTS_MAX (INT64_C(1) << 60) /* all weights together */
#define APPORTION_TOTAL_MAX (INT64_C(1) << 60)

/* A part as it was reckoned. */
struct apportioned {
	int64_t cents;
	int64_t rest;       /* of the exact part beyond whole cents: rest / the sum of the weights */
	bool is_rounded_up; /* it got one of the cents that were left */
};

/*
 * Divides total, 0 or more, over count weights, each 0 or more and not all 0: everybody gets the whole cents
 * of the exact part, total x weight / sum; the cents that are left go one by one to who has the largest rest,
 * of equal rests to who stands first. ret_parts has room for count; memory for the order is taken from arena.
 */
void apportion(int64_t total, const int64_t *weights, size_t count, struct arena *arena,
               struct apportioned *ret_parts);
/* a x b / c in whole units, exactly, with what is left; a below 2^60, b at most c, c at most 2^60. */
int64_t apportion_share(int64_t a, int64_t b, int64_t c, int64_t *ret_rest);

#endif
