/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/bids.h"

#include <string.h>

#include "contract/tender/table.h"
#include "platform/base/words.h"

enum column { BIDDER, AREA, SCORE, CAPACITY, TRAVEL };
static const struct table_column columns[] = {
	[BIDDER] = { "bidder", false },    [AREA] = { "area", false },    [SCORE] = { "score", false },
	[CAPACITY] = { "capacity", true }, [TRAVEL] = { "travel", true }, { NULL, false },
};
static const struct table_column clients_columns[] = { { "area", false },
	                                               { "clients", false },
	                                               { NULL, false } };

static bool find_area(const struct table *table, size_t column, const struct texts *areas, size_t *ret_area)
{
	const char *name = table_text(table, column);

	for (size_t i = 0; i < areas->count; i++)
		if (strcmp(areas->items[i], name) == 0) {
			*ret_area = i;
			return true;
		}
	table_refuse(table->findings, table->sheet.line, "bid-area",
	             WORDS("De regeling heeft geen gebied \"%.60s\"; verbeter de naam."), name);
	return false;
}

/* A whole number; what is none is a finding. */
static bool read_whole(const struct table *table, size_t column, int64_t *ret_number)
{
	struct decimal decimal = { 0 };

	if (!table_decimal(table, column, &decimal))
		return false;
	*ret_number = decimal.billionths / DECIMAL_ONE;
	if (decimal.billionths % DECIMAL_ONE == 0)
		return true;
	table_refuse(table->findings, table->sheet.line, "bid-whole",
	             WORDS("\"%.40s\" is geen heel getal; vul een heel getal in."),
	             table_text(table, column));
	return false;
}

/* What a row says. */
struct row {
	struct area_bid bid;
	bool has_capacity;
	int64_t capacity;
};

/* On the scale of the scheme. */
static bool read_score(const struct table *table, struct decimal highest, struct decimal *ret_score)
{
	char words[DECIMAL_TEXT_SIZE];

	if (!table_decimal(table, SCORE, ret_score))
		return false;
	if (ret_score->billionths >= 0 && ret_score->billionths <= highest.billionths)
		return true;
	table_refuse(table->findings, table->sheet.line, "bid-score",
	             WORDS("De score %s kan niet: het is een getal van 0 tot en met %s."),
	             table_text(table, SCORE), decimal_words(highest, table->findings->language, words));
	return false;
}

static bool read_row(const struct table *table, struct decimal highest, struct area_bids *bids,
                     struct row *ret_row)
{
	struct row row = { .bid = { .line = table->sheet.line }, .has_capacity = table_has(table, CAPACITY) };
	bool is_right = find_area(table, AREA, &bids->areas, &row.bid.area);

	is_right = read_score(table, highest, &row.bid.score) && is_right;
	if (row.has_capacity)
		is_right = read_whole(table, CAPACITY, &row.capacity) && is_right;
	if (table_has(table, TRAVEL)) {
		is_right = table_decimal(table, TRAVEL, &row.bid.travel) && is_right;
		bids->has_travel = true;
	}
	row.bid.bidder = table_name(table, BIDDER, &bids->bidders);
	*ret_row = row;
	return is_right;
}

/* Whether this bidder has no row for this area yet. */
static bool is_first(const struct table *table, const struct row *row, int64_t *line_of)
{
	if (*line_of == 0) {
		*line_of = row->bid.line;
		return true;
	}
	table_refuse(table->findings, row->bid.line, "bid-doubled",
	             WORDS("Inschrijver \"%.60s\" schreef op regel %lld al in op \"%.60s\"."),
	             table_text(table, BIDDER), (long long)*line_of, table_text(table, AREA));
	return false;
}

/* Where the rows are met, with room for what they say of each bidder. */
struct reading {
	struct area_bids bids;
	const int64_t *clients;
	int64_t *capacity; /* per bidder: the highest so far; -1: none was named */
	int64_t *lines;    /* per bidder and area: where it stands */
	size_t room, bidders_room;
};

static void make_room(struct reading *reading, struct arena *arena)
{
	size_t areas = reading->bids.areas.count, before = reading->bidders_room;
	int64_t *capacity, *lines;

	if (reading->bids.bidders.count <= before)
		return;
	reading->bidders_room = 2 * reading->bids.bidders.count;
	capacity = ARENA_MANY(arena, reading->bidders_room, int64_t);
	lines = ARENA_MANY(arena, reading->bidders_room * areas + 1, int64_t);
	if (before > 0) {
		memcpy(capacity, reading->capacity, before * sizeof(capacity[0]));
		memcpy(lines, reading->lines, before * areas * sizeof(lines[0]));
	}
	for (size_t i = before; i < reading->bidders_room; i++)
		capacity[i] = -1;
	reading->capacity = capacity;
	reading->lines = lines;
}

static void take_row(struct reading *reading, const struct table *table, const struct row *row)
{
	struct area_bids *bids = &reading->bids;
	struct arena *arena = table->findings->arena;
	int64_t *capacity;

	make_room(reading, arena);
	if (!is_first(table, row, &reading->lines[row->bid.bidder * bids->areas.count + row->bid.area]))
		return;
	capacity = &reading->capacity[row->bid.bidder];
	if (row->has_capacity && row->capacity > *capacity)
		*capacity = row->capacity;
	if (row->has_capacity && row->capacity < reading->clients[row->bid.area])
		return;
	bids->items =
		arena_with_room(arena, bids->items, bids->count, &reading->room, sizeof(bids->items[0]));
	bids->items[bids->count++] = row->bid;
}

#define BIDDERS_MAX 2000 /* more than anybody has; a file of another kind is told from one of bids by it */

static const int64_t *one_each(size_t count, struct arena *arena)
{
	int64_t *clients = ARENA_MANY(arena, count + 1, int64_t);

	for (size_t i = 0; i < count; i++)
		clients[i] = 1;
	return clients;
}

struct area_bids area_bids_read(const char *bytes, size_t length, const struct texts *areas,
                                const int64_t *clients, struct decimal highest, struct findings *findings)
{
	struct reading reading = { .bids = { .areas = *areas, .bidders = { .arena = findings->arena } } };
	struct table table;

	reading.clients = clients == NULL ? one_each(areas->count, findings->arena) : clients;
	reading.bids.clients = reading.clients;
	if (!table_open(&table, bytes, length, columns, findings))
		return reading.bids;
	while (table_next(&table)) {
		struct row row;

		if (read_row(&table, highest, &reading.bids, &row))
			take_row(&reading, &table, &row);
		if (reading.bids.bidders.count > BIDDERS_MAX) {
			table_refuse(findings, table.sheet.line, "bid-bidders",
			             WORDS("Hier staan meer dan %d inschrijvers; staat er een andere kolom "
			                   "op hun plaats?"),
			             BIDDERS_MAX);
			break;
		}
	}
	make_room(&reading, findings->arena);
	for (size_t i = 0; i < reading.bids.bidders.count; i++)
		reading.capacity[i] = reading.capacity[i] < 0 ? INT64_MAX : reading.capacity[i];
	reading.bids.capacity = reading.capacity;
	if (table.sheet.line == 1)
		table_refuse(findings, 1, "bid-none",
		             WORDS("In dit bestand staat geen enkele inschrijving."));
	return reading.bids;
}

const int64_t *area_clients_read(const char *bytes, size_t length, const struct texts *areas,
                                 struct findings *findings)
{
	int64_t *clients = ARENA_MANY(findings->arena, areas->count + 1, int64_t), number = 0;
	size_t before = findings->count, area = 0;
	struct table table;

	if (!table_open(&table, bytes, length, clients_columns, findings))
		return NULL;
	while (table_next(&table))
		if (find_area(&table, 0, areas, &area) && read_whole(&table, 1, &number))
			clients[area] = number;
	for (size_t i = 0; i < areas->count; i++)
		if (clients[i] == 0)
			table_refuse(findings, 1, "area-clients",
			             WORDS("Van gebied \"%s\" staat hier niet hoeveel cliënten "
			                   "er zijn."),
			             areas->items[i]);
	return findings->count == before ? clients : NULL;
}

int64_t area_bids_on(const struct area_bids *bids, size_t area)
{
	int64_t count = 0;

	for (size_t i = 0; i < bids->count; i++)
		count += bids->items[i].area == area;
	return count;
}
