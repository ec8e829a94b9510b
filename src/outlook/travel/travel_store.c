/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/travel/travel_store.h"

#include <string.h>

#include "travel_sql.h"

#define MAX_PRODUCTS 200

static struct travel_product *product_named(struct travel_day *day, const char *name, struct arena *arena)
{
	struct travel_product *last = day->count == 0 ? NULL : &day->products[day->count - 1];

	if (last != NULL && strcmp(last->product, name) == 0)
		return last;
	if (day->count == MAX_PRODUCTS)
		return NULL;
	day->products[day->count] = (struct travel_product){ .product = arena_copy(arena, name) };
	return &day->products[day->count++];
}

static int party_named(struct travel_product *product, const char *name, struct arena *arena)
{
	if (product->parties_count == 0 || strcmp(product->parties[product->parties_count - 1], name) != 0) {
		product->parties = arena_with_room(arena, product->parties, product->parties_count,
		                                   &product->parties_room, sizeof(*product->parties));
		product->parties[product->parties_count++] = arena_copy(arena, name);
	}
	return (int)product->parties_count - 1;
}

static int postcode_of(const char *digits)
{
	int postcode = 0;

	for (; *digits >= '0' && *digits <= '9'; digits++)
		postcode = (postcode * 10 + (*digits - '0')) % TRAVEL_POSTCODES;
	return postcode;
}

static void add_stop(struct travel_day *day, const struct db_rows *rows, struct arena *arena)
{
	struct travel_product *product = product_named(day, db_text(rows, 0, arena), arena);
	int party;

	if (product == NULL)
		return;
	party = party_named(product, db_text(rows, 1, arena), arena);
	product->stops = arena_with_room(arena, product->stops, product->count, &product->room,
	                                 sizeof(*product->stops));
	product->stops[product->count++] = (struct travel_stop){
		.party = party,
		.postcode = postcode_of(db_text(rows, 2, arena)),
		.clients = db_number(rows, 3),
	};
}

enum status travel_on(struct journal *journal, struct date on, struct travel_day *ret_day,
                      struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status = db_select(journal->db, &sql_travel_stops, values, COUNT(values), &rows, fault);

	*ret_day = (struct travel_day){ .products = ARENA_MANY(journal->arena, MAX_PRODUCTS,
		                                               struct travel_product) };
	while (status == OK && (status = db_next(&rows, fault)) == OK)
		add_stop(ret_day, &rows, journal->arena);
	return status == NOT_FOUND ? OK : status;
}

const struct travel_product *travel_product_of(const struct travel_day *day, const char *product)
{
	static const struct travel_product none;

	for (size_t i = 0; i < day->count; i++)
		if (strcmp(day->products[i].product, product) == 0)
			return &day->products[i];
	return &none;
}
