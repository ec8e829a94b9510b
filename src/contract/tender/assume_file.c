/* SPDX-License-Identifier: EUPL-1.2 */
/* The file of an assumption: which marks are expected. */
#include <string.h>

#include "contract/tender/assume.h"
#include "contract/tender/table.h"
#include "platform/base/words.h"

#define TENTH (DECIMAL_ONE / 10)
#define BIDS_MAX 5000

enum column { BIDDER, LOT, CRITERION, LEAST, LIKELY, MOST };
static const struct table_column columns[] = {
	[BIDDER] = { "bidder", false },
	[LOT] = { "lot", false },
	[CRITERION] = { "criterion", false },
	[LEAST] = { "least", false },
	[LIKELY] = { "likely", false },
	[MOST] = { "most", false },
	{ NULL, false },
};

struct reading {
	const struct tender_terms *terms;
	struct assumption assumption;
	struct assumed_mark *marks;
	size_t bids_room, marks_room;
};

static bool read_tenths(const struct table *table, const struct tender_terms *terms, size_t column,
                        int32_t *ret_tenths)
{
	struct decimal mark = { 0 };

	if (!table_decimal(table, column, &mark))
		return false;
	*ret_tenths = (int32_t)(mark.billionths / TENTH);
	if (mark.billionths % TENTH == 0 && mark.billionths <= terms->highest.billionths)
		return true;
	table_refuse(table->findings, table->sheet.line, "assume-mark",
	             WORDS("\"%.40s\" is geen cijfer in tienden binnen de schaal."),
	             table_text(table, column));
	return false;
}

static bool read_mark(const struct table *table, const struct tender_terms *terms,
                      struct assumed_mark *ret_mark)
{
	struct assumed_mark mark = { .line = table->sheet.line };
	bool is_right = read_tenths(table, terms, LEAST, &mark.least);

	is_right = read_tenths(table, terms, LIKELY, &mark.likely) && is_right;
	is_right = read_tenths(table, terms, MOST, &mark.most) && is_right;
	*ret_mark = mark;
	if (!is_right || (mark.least <= mark.likely && mark.likely <= mark.most))
		return is_right;
	table_refuse(table->findings, table->sheet.line, "assume-order",
	             WORDS("Zet het laagste cijfer bij least, het hoogste bij most en het waarschijnlijkste "
	                   "ertussen."));
	return false;
}

/* The bid of the row, added when it is new; false, with a finding, for a lot that is not there. */
static bool find_bid(struct reading *reading, const struct table *table, size_t *ret_bid)
{
	struct tender_bids *bids = &reading->assumption.bids;
	struct arena *arena = table->findings->arena;
	size_t criteria = reading->terms->criteria_count, lot = 0, bidder;
	struct tender_bid bid = { .line = table->sheet.line };

	while (lot < reading->terms->lots_count &&
	       strcmp(reading->terms->lots[lot].name, table_text(table, LOT)) != 0)
		lot++;
	if (lot == reading->terms->lots_count || bids->count >= BIDS_MAX) {
		table_refuse(table->findings, table->sheet.line, "mark-lot",
		             lot == reading->terms->lots_count
		                     ? WORDS("De regeling heeft geen perceel \"%.60s\"; verbeter de naam.")
		                     : WORDS("Perceel \"%.60s\": er zijn te veel inschrijvingen."),
		             table_text(table, LOT));
		return false;
	}
	bidder = table_name(table, BIDDER, &bids->bidders);
	for (size_t i = bids->count; i > 0; i--)
		if (bids->items[i - 1].lot == lot && bids->items[i - 1].bidder == bidder) {
			*ret_bid = i - 1;
			return true;
		}
	bid.lot = lot;
	bid.bidder = bidder;
	bids->items = arena_with_room(arena, bids->items, bids->count, &reading->bids_room, sizeof(bid));
	bids->items[bids->count++] = bid;
	for (size_t i = 0; i < criteria; i++) {
		reading->marks = arena_with_room(arena, reading->marks, (bids->count - 1) * criteria + i,
		                                 &reading->marks_room, sizeof(reading->marks[0]));
		reading->marks[(bids->count - 1) * criteria + i] = (struct assumed_mark){ 0 };
	}
	*ret_bid = bids->count - 1;
	return true;
}

static void take_row(struct reading *reading, const struct table *table)
{
	const struct tender_terms *terms = reading->terms;
	const char *name = table_text(table, CRITERION);
	bool is_all = strcmp(name, "*") == 0, is_known = false;
	struct assumed_mark mark;
	size_t bid = 0;

	if (!read_mark(table, terms, &mark) || !find_bid(reading, table, &bid))
		return;
	for (size_t i = 0; i < terms->criteria_count; i++) {
		struct assumed_mark *place = &reading->marks[bid * terms->criteria_count + i];

		if (!is_all && strcmp(terms->criteria[i].name, name) != 0)
			continue;
		is_known = true;
		if (place->line != 0)
			table_refuse(table->findings, table->sheet.line, "assume-doubled",
			             WORDS("Voor \"%.60s\" staat op regel %lld al wat er op \"%s\" wordt "
			                   "verwacht."),
			             table_text(table, BIDDER), (long long)place->line,
			             terms->criteria[i].name);
		*place = mark;
	}
	if (!is_known)
		table_refuse(table->findings, table->sheet.line, "mark-criterion",
		             WORDS("De regeling heeft geen criterium \"%.60s\"; verbeter de naam."), name);
}

static void check_whole(const struct reading *reading, struct findings *findings)
{
	const struct tender_bids *bids = &reading->assumption.bids;
	size_t criteria = reading->terms->criteria_count;

	for (size_t i = 0; i < bids->count; i++)
		for (size_t j = 0; j < criteria; j++)
			if (reading->marks[i * criteria + j].line == 0)
				table_refuse(findings, bids->items[i].line, "assume-missing",
				             WORDS("Voor \"%.60s\" staat nergens wat er op \"%s\" wordt "
				                   "verwacht."),
				             bids->bidders.items[bids->items[i].bidder],
				             reading->terms->criteria[j].name);
	if (bids->count == 0)
		table_refuse(findings, 1, "bid-none",
		             WORDS("In dit bestand staat geen enkele inschrijving."));
}

struct assumption assumption_read(const char *bytes, size_t length, const struct tender_terms *terms,
                                  struct findings *findings)
{
	struct reading reading = { .terms = terms };
	size_t before = findings->count;
	struct table table;

	reading.assumption.bids.bidders.arena = findings->arena;
	if (!table_open(&table, bytes, length, columns, findings))
		return reading.assumption;
	while (table_next(&table))
		take_row(&reading, &table);
	if (findings->count == before)
		check_whole(&reading, findings);
	reading.assumption.marks = reading.marks;
	return reading.assumption;
}
