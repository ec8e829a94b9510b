/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/laboratory/threshold.h"

#include <stdlib.h>
#include <string.h>

#include "common/person/person.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "laboratory_sql.h"
#include "outlook/laboratory/neighbourhood.h"
#include "platform/base/embedded.h"

/* Clients on their way into groups. */
struct grouping {
	const struct scheme *scheme;
	const struct names *bidders;
	struct neighbourhoods map; /* empty where the scheme's own areas are fine enough */
	struct date on;
	struct clients *clients;
	size_t room;
	struct arena *arena;
};

/* The first expertise that the scheme says the party has; the others need the same parties. */
static size_t expertise_of(struct grouping *grouping, const char *party)
{
	const struct scheme_expertise *expertise = grouping->scheme->expertise.items;

	for (size_t i = 0; i < grouping->scheme->expertise.count; i++)
		if (check_texts_have(&expertise[i].parties, party))
			return names_add(&grouping->clients->expertise, expertise[i].label);
	return NAMES_NONE;
}

/* Where somebody lives: the neighbourhood, else the scheme's area; "" outside it. */
static const char *place_of(const struct grouping *grouping, const char *address)
{
	const struct scheme_area *area = scheme_area_of(grouping->scheme, address, grouping->on);
	const char *neighbourhood = area == NULL ? NULL : neighbourhood_of(&grouping->map, address);

	if (neighbourhood != NULL)
		return neighbourhood;
	return area == NULL ? "" : area->name;
}

static void add_client(struct grouping *grouping, const struct db_rows *rows)
{
	struct clients *clients = grouping->clients;
	const char *party = db_text(rows, 1, grouping->arena);
	const char *address =
		postcode_with_number(db_text(rows, 3, grouping->arena), db_number(rows, 4), grouping->arena);
	struct client_group group = { .bidder = names_find(grouping->bidders, party),
		                      .area = names_add(&clients->areas, place_of(grouping, address)),
		                      .expertise = expertise_of(grouping, party),
		                      .clients = 1 };

	clients->total++;
	for (size_t i = 0; i < clients->groups_count; i++) {
		struct client_group *known = &clients->groups[i];

		if (known->bidder == group.bidder && known->area == group.area &&
		    known->expertise == group.expertise) {
			known->clients++;
			return;
		}
	}
	clients->groups = arena_with_room(grouping->arena, clients->groups, clients->groups_count,
	                                  &grouping->room, sizeof(group));
	clients->groups[clients->groups_count++] = group;
}

static void find_small(struct clients *clients, const struct names *bidders, struct arena *arena)
{
	int64_t *count = ARENA_MANY(arena, bidders->count + 1, int64_t);

	clients->is_small = ARENA_MANY(arena, bidders->count + 1, bool);
	for (size_t i = 0; i < clients->groups_count; i++)
		if (clients->groups[i].bidder != NAMES_NONE)
			count[clients->groups[i].bidder] += clients->groups[i].clients;
	for (size_t i = 0; i < bidders->count; i++)
		clients->is_small[i] = count[i] > 0 && count[i] < THRESHOLD_SMALL_CLIENTS;
}

/* As what_if takes them: those of nobody who bid stand last. */
static int by_bidder(const void *a, const void *b)
{
	const struct client_group *one = a, *other = b;

	return (one->bidder > other->bidder) - (one->bidder < other->bidder);
}

static enum status read_map(struct grouping *grouping, struct fault *fault)
{
	const struct embedded_file *file = embedded_find("data/geo/neighbourhoods.csv");

	if (!neighbourhood_is_finer(grouping->scheme, grouping->on))
		return OK;
	return neighbourhoods_read((const char *)file->bytes, file->size, grouping->arena, &grouping->map,
	                           fault);
}

enum status threshold_clients(struct journal *journal, const struct assessed *assessed,
                              const struct names *bidders, struct date on, struct clients *ret_clients,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, assessed->notice.scheme);
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	struct grouping grouping = {
		.bidders = bidders, .on = on, .clients = ret_clients, .arena = journal->arena
	};
	const char *last_party = "";
	int64_t last = 0;
	enum status status;

	*ret_clients = (struct clients){ .areas = { .arena = journal->arena },
		                         .expertise = { .arena = journal->arena } };
	if (entry == NULL)
		return OK;
	grouping.scheme = &entry->scheme;
	status = read_map(&grouping, fault);
	if (status)
		return status;
	status = db_select(journal->db, &sql_laboratory_clients, values, COUNT(values), &rows, fault);
	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		const char *party = db_text(&rows, 1, journal->arena);

		if ((db_number(&rows, 0) == last && strcmp(party, last_party) == 0) ||
		    scheme_product(&entry->scheme, db_text(&rows, 2, journal->arena)) == NULL)
			continue;
		last = db_number(&rows, 0);
		last_party = party;
		add_client(&grouping, &rows);
	}
	if (ret_clients->groups_count > 1)
		qsort(ret_clients->groups, ret_clients->groups_count, sizeof(ret_clients->groups[0]),
		      by_bidder);
	find_small(ret_clients, bidders, journal->arena);
	return status == NOT_FOUND ? OK : status;
}
