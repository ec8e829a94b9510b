/* SPDX-License-Identifier: EUPL-1.2 */
/* Who comes where on a day, from the register's own facts. */
#ifndef OUTLOOK_TRAVEL_TRAVEL_STORE_H
#define OUTLOOK_TRAVEL_TRAVEL_STORE_H

#include "common/journal/journal.h"
#include "outlook/travel/travel.h"

/* The stops of one product on a day. */
struct travel_product {
	const char *product;
	const char **parties; /* by the party of a stop: the name */
	size_t parties_count, parties_room;
	struct travel_stop *stops;
	size_t count, room;
};
struct travel_day {
	struct travel_product *products; /* by name */
	size_t count;
};
/* All products of the register on a day; lives in the journal's arena. */
enum status travel_on(struct journal *journal, struct date on, struct travel_day *ret_day,
                      struct fault *fault) MUST_CHECK;
/* The product's stops on a day; none when nobody has it. */
const struct travel_product *travel_product_of(const struct travel_day *day, const char *product);

#endif
