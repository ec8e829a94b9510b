/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/clients.h"

#include <stdlib.h>

#include "contract/tender/table.h"
#include "platform/base/words.h"

enum column { CLIENT, BIDDER, AREA, EXPERTISE };
static const struct table_column columns[] = {
	[CLIENT] = { "client", false },
	[BIDDER] = { "bidder", false },
	[AREA] = { "area", false },
	[EXPERTISE] = { "expertise", true },
	{ NULL, false },
};
static const struct table_column small_columns[] = { { "bidder", false }, { NULL, false } };

static int by_place(const void *a, const void *b)
{
	const struct client_group *one = a, *other = b;

	if (one->bidder != other->bidder)
		return one->bidder < other->bidder ? -1 : 1;
	if (one->area != other->area)
		return one->area < other->area ? -1 : 1;
	return (one->expertise > other->expertise) - (one->expertise < other->expertise);
}

/* Groups that are the same become one. */
static void join_groups(struct clients *clients)
{
	size_t kept = 0;

	if (clients->groups_count == 0)
		return;
	qsort(clients->groups, clients->groups_count, sizeof(clients->groups[0]), by_place);
	for (size_t i = 1; i < clients->groups_count; i++) {
		if (by_place(&clients->groups[kept], &clients->groups[i]) == 0)
			clients->groups[kept].clients += clients->groups[i].clients;
		else
			clients->groups[++kept] = clients->groups[i];
	}
	clients->groups_count = kept + 1;
}

struct clients clients_read(const char *bytes, size_t length, const struct names *bidders,
                            struct findings *findings)
{
	struct clients clients = { .areas = { .arena = findings->arena },
		                   .expertise = { .arena = findings->arena } };
	struct names met = { .arena = findings->arena };
	struct table table;
	size_t room = 0;

	if (!table_open(&table, bytes, length, columns, findings))
		return clients;
	while (table_next(&table)) {
		struct client_group group = { .expertise = NAMES_NONE, .clients = 1 };

		if (names_add(&met, table_text(&table, CLIENT)) != (size_t)clients.total) {
			table_refuse(findings, table.sheet.line, "client-doubled",
			             WORDS("Cliënt \"%.60s\" staat er twee keer."),
			             table_text(&table, CLIENT));
			continue;
		}
		group.bidder = names_find(bidders, table_text(&table, BIDDER));
		group.area = names_add(&clients.areas, table_text(&table, AREA));
		if (table_has(&table, EXPERTISE))
			group.expertise = names_add(&clients.expertise, table_text(&table, EXPERTISE));
		clients.groups = arena_with_room(findings->arena, clients.groups, clients.groups_count, &room,
		                                 sizeof(group));
		clients.groups[clients.groups_count++] = group;
		clients.total++;
	}
	join_groups(&clients);
	return clients;
}

void clients_read_small(const char *bytes, size_t length, const struct names *bidders,
                        struct clients *clients, struct findings *findings)
{
	struct table table;

	clients->is_small = ARENA_MANY(findings->arena, bidders->count + 1, bool);
	if (!table_open(&table, bytes, length, small_columns, findings))
		return;
	while (table_next(&table)) {
		size_t bidder = names_find(bidders, table_text(&table, 0));

		if (bidder == NAMES_NONE)
			table_refuse(
				findings, table.sheet.line, "client-bidder",
				WORDS("Inschrijver \"%.60s\" heeft geen inschrijving; verbeter de naam."),
				table_text(&table, 0));
		else
			clients->is_small[bidder] = true;
	}
}
