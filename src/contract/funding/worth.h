/* SPDX-License-Identifier: EUPL-1.2 */
/* What help of an order is worth at the tariffs of an agreement, month by month: an index counts from its
 * day. */
#ifndef CONTRACT_FUNDING_WORTH_H
#define CONTRACT_FUNDING_WORTH_H

#include "contract/funding/forms.h"

/* The tariffs of an agreement on all days, and what it makes of a month that was not full. */
struct worth_prices {
	struct records held; /* struct tariff_held */
	bool is_arrangement;
	enum part_period rule;
};
/* From a day on the order is of this level. */
struct worth_step {
	struct date from;
	const char *step;
};
struct worth_order {
	const char *product, *unit, *frequency;
	int64_t amount;
	struct date from, until;        /* half-open */
	const struct worth_step *steps; /* in order of time */
	size_t steps_count;
};

/*
 * What the order is worth in [from, until), which lies in one calendar month and in the order. By the month
 * where the form is an arrangement and the product has a price by the month, else by price x quantity, half a
 * cent up for each stretch of days with one price. Without a step the lowest price counts. Days without a
 * price are worth nothing, and counted in ret_unpriced.
 */
int64_t worth_in_month(const struct worth_prices *prices, const struct worth_order *order, struct date from,
                       struct date until, int64_t *ret_unpriced);

/* The first day of the calendar month of a day, and of the next. */
struct date worth_month(struct date day);
struct date worth_next_month(struct date day);

#endif
