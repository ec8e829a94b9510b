/* SPDX-License-Identifier: EUPL-1.2 */
/* One amount divided along the chain that earned it. Pure. In cents. */
#ifndef CONTRACT_BILLING_SPLIT_AMOUNT_H
#define CONTRACT_BILLING_SPLIT_AMOUNT_H

#include "platform/base/arena.h"

#define SPLIT_NO_PRICE (-1)

/* A part of a line. */
struct split_part {
	const char *party;
	int64_t delivered; /* minutes or pieces */
	int64_t price; /* what the part costs by what is agreed along the chain; SPLIT_NO_PRICE: nothing is */
	int64_t cents;
};
/*
 * Divides amount, 0 or more, over count parts: who has an agreed price gets that, the others the rest by what
 * they delivered (the largest remainder). What is then left over, or where the agreed prices together are
 * more than there is: the rest is the last part's, who claims; parts are always the whole. Of the last part
 * nothing need be delivered.
 */
void split_amount(int64_t amount, struct split_part *parts, size_t count, struct arena *arena);

#endif
