/* SPDX-License-Identifier: EUPL-1.2 */
/* A part of a message: without who the client is, or some of the lines of a claim. */
#include <string.h>

#include "contract/exchange/message_show.h"

/* A copy of a list, so that what is in it may change. */
static void *copy_of(struct records *records, size_t size, struct arena *arena)
{
	void *items = arena_take_many(arena, records->count + 1, size);

	if (records->count > 0)
		memcpy(items, records->items, records->count * size);
	records->items = items;
	return items;
}

static void hide_in_orders(struct message_client *client, struct arena *arena)
{
	struct message_order *orders = copy_of(&client->orders, sizeof(*orders), arena);
	struct message_request *requests = copy_of(&client->requests, sizeof(*requests), arena);

	for (size_t i = 0; i < client->orders.count; i++)
		orders[i].comment = NULL;
	for (size_t i = 0; i < client->requests.count; i++) {
		requests[i].comment = NULL;
		requests[i].referrer = (struct message_referrer){ 0 };
	}
}

struct message_item message_without_client(const struct message_item *item, struct arena *arena)
{
	struct message_item hidden = *item;
	struct message_claimant *claimants =
		copy_of(&hidden.claim.claimants, sizeof(struct message_claimant), arena);

	hidden.client = (struct message_client){ .orders = item->client.orders,
		                                 .starts = item->client.starts,
		                                 .stops = item->client.stops,
		                                 .requests = item->client.requests,
		                                 .change = item->client.change,
		                                 .return_codes = item->client.return_codes };
	hide_in_orders(&hidden.client, arena);
	for (size_t i = 0; i < hidden.claim.claimants.count; i++)
		claimants[i].bsn = NULL;
	return hidden;
}

struct message_item message_part_of_claim(const struct message_item *item, size_t from, size_t count,
                                          struct arena *arena, size_t *ret_lines)
{
	struct message_item part = *item;
	const struct message_claimant *all = item->claim.claimants.items;
	struct message_claimant *claimants =
		ARENA_MANY(arena, item->claim.claimants.count + 1, struct message_claimant);
	size_t before = 0;

	part.claim.claimants = (struct records){ .items = claimants };
	for (size_t i = 0; i < item->claim.claimants.count; i++) {
		size_t lines = all[i].lines.count;
		size_t first = from > before ? from - before : 0;
		size_t last = from + count > before ? from + count - before : 0;

		if (last > lines)
			last = lines;
		if (first < last || (lines == 0 && before >= from && before < from + count)) {
			struct message_claimant *claimant = &claimants[part.claim.claimants.count++];

			*claimant = all[i];
			claimant->lines.items =
				lines == 0 ? NULL : (struct message_line *)all[i].lines.items + first;
			claimant->lines.count = lines == 0 ? 0 : last - first;
		}
		before += lines;
	}
	*ret_lines = before;
	return part;
}
