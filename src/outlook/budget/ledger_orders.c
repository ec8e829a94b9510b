/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/ledger_orders.h"

#include <string.h>

#include "budget_sql.h"
#include "common/scheme/chain.h"
#include "contract/funding/worth.h"
#include "contract/tariff/tariff_store.h"

#define ARRANGEMENT "arrangement"
#define STEPS_MAX 12 /* of one order */
#define CENTS 100

/* An order as its row has it. */
struct order_row {
	int64_t assignment;
	const char *party;
	struct worth_order worth;
	struct date started; /* no date: care did not begin */
	const char *postcode;
};

/* Rows by order that go along with the walk over the orders. */
struct gap_row {
	int64_t assignment;
	struct date from, until;
};
struct step_row {
	int64_t assignment;
	struct worth_step step;
};
struct claimed_row {
	int64_t assignment, claimed, approved;
};

/* Which contract party answers for who delivers. */
struct holder_of {
	const char *party;
	struct ledger_party *holder;
};

struct walk {
	struct journal *journal;
	const struct ledger_asked *asked;
	struct ledger *ledger;
	struct arena *arena;
	struct date from, until;     /* the months of the ledger, as far as they were */
	struct date year;            /* its first day */
	struct worth_prices *prices; /* one for each agreement that is paid */
	struct gap_row *gaps;
	size_t gaps_count, gaps_room, gap;
	struct step_row *steps;
	size_t steps_count, steps_room, step;
	struct claimed_row *claimed;
	size_t claimed_count, claimed_room, claim;
	struct holder_of *holders;
	size_t holders_count, holders_room;
	size_t lines_room;
	struct worth_step of_order[STEPS_MAX];
};

/* --- what goes along --- */

static struct value register_of(const struct walk *walk)
{
	return value_number(walk->journal->register_id);
}

static enum status read_gaps(struct walk *walk, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { register_of(walk), value_date(walk->from), value_date(walk->until) };
	enum status status =
		db_select(walk->journal->db, &sql_budget_gaps, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		walk->gaps = arena_with_room(walk->arena, walk->gaps, walk->gaps_count, &walk->gaps_room,
		                             sizeof(*walk->gaps));
		walk->gaps[walk->gaps_count++] =
			(struct gap_row){ db_number(&rows, 0), db_date(&rows, 1), db_date(&rows, 2) };
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status read_steps(struct walk *walk, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { register_of(walk) };
	enum status status =
		db_select(walk->journal->db, &sql_budget_steps, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		walk->steps = arena_with_room(walk->arena, walk->steps, walk->steps_count, &walk->steps_room,
		                              sizeof(*walk->steps));
		walk->steps[walk->steps_count++] =
			(struct step_row){ db_number(&rows, 0),
			                   { db_date(&rows, 1), db_text(&rows, 2, walk->arena) } };
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status read_claimed(struct walk *walk, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { register_of(walk), value_date(walk->year),
		                        value_date(date_of((int)walk->asked->year + 1, 1, 1)),
		                        value_date(walk->asked->on) };
	enum status status =
		db_select(walk->journal->db, &sql_budget_claimed, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		walk->claimed = arena_with_room(walk->arena, walk->claimed, walk->claimed_count,
		                                &walk->claimed_room, sizeof(*walk->claimed));
		walk->claimed[walk->claimed_count++] =
			(struct claimed_row){ db_number(&rows, 0), db_number(&rows, 1), db_number(&rows, 2) };
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status read_prices(struct walk *walk, struct fault *fault)
{
	struct ledger *ledger = walk->ledger;
	enum status status = OK;

	walk->prices = ARENA_MANY(walk->arena, ledger->paid_count + 1, struct worth_prices);
	for (size_t i = 0; status == OK && i < ledger->paid_count; i++) {
		const struct funding_paid *paid = &ledger->paid[i];

		walk->prices[i].is_arrangement = strcmp(paid->form->code, ARRANGEMENT) == 0;
		walk->prices[i].rule = funding_part_period(paid->funding->part_period);
		status = tariffs_history(walk->journal, paid->agreement->name, &walk->prices[i].held, fault);
	}
	return status;
}

/* --- who and where --- */

struct ledger_party *ledger_holder(struct journal *journal, struct ledger *ledger, const char *party,
                                   struct date on)
{
	struct texts above = chain_above(journal->schemes, journal->register_id, party, on, journal->arena);

	for (size_t i = 0; i < above.count; i++)
		for (size_t j = 0; j < ledger->parties_count; j++)
			if (strcmp(ledger->parties[j].party, above.items[i]) == 0)
				return &ledger->parties[j];
	return NULL;
}

static struct ledger_party *holder_of(struct walk *walk, const struct order_row *row)
{
	for (size_t i = 0; i < walk->holders_count; i++)
		if (strcmp(walk->holders[i].party, row->party) == 0)
			return walk->holders[i].holder;
	walk->holders = arena_with_room(walk->arena, walk->holders, walk->holders_count, &walk->holders_room,
	                                sizeof(*walk->holders));
	walk->holders[walk->holders_count] =
		(struct holder_of){ arena_copy(walk->arena, row->party),
		                    ledger_holder(walk->journal, walk->ledger, row->party, row->worth.from) };
	return walk->holders[walk->holders_count++].holder;
}

static struct ledger_line *line_of(struct walk *walk, const struct ledger_party *holder,
                                   const struct order_row *row)
{
	struct ledger *ledger = walk->ledger;
	const struct scheme_area *area =
		scheme_area_of(&walk->asked->entry->scheme, row->postcode, row->worth.from);
	const char *name = area == NULL ? "" : area->name;

	for (size_t i = 0; i < ledger->lines_count; i++) {
		struct ledger_line *line = &ledger->lines[i];

		if (line->party == holder->party && strcmp(line->product, row->worth.product) == 0 &&
		    strcmp(line->area, name) == 0)
			return line;
	}
	ledger->lines = arena_with_room(walk->arena, ledger->lines, ledger->lines_count, &walk->lines_room,
	                                sizeof(*ledger->lines));
	ledger->lines[ledger->lines_count] = (struct ledger_line){
		.party = holder->party, .product = arena_copy(walk->arena, row->worth.product), .area = name
	};
	return &ledger->lines[ledger->lines_count++];
}

/* --- one order --- */

static struct date later(struct date a, struct date b)
{
	return date_before(a, b) ? b : a;
}

static struct date earlier(struct date a, struct date b)
{
	return date_before(a, b) ? a : b;
}

/* What care in [from, until), a part of one month, was worth: without the days of gaps. */
static int64_t delivered_in(const struct walk *walk, const struct worth_prices *prices,
                            const struct order_row *row, struct date from, struct date until)
{
	struct date at = later(from, row->started), end = earlier(until, date_add_days(walk->asked->on, 1));
	int64_t cents = 0, unpriced = 0;

	if (!date_is(row->started))
		return 0;
	for (size_t i = walk->gap; i < walk->gaps_count && walk->gaps[i].assignment == row->assignment; i++) {
		const struct gap_row *gap = &walk->gaps[i];

		if (!date_before(gap->from, end) || !date_before(at, gap->until))
			continue;
		if (date_before(at, gap->from))
			cents += worth_in_month(prices, &row->worth, at, gap->from, &unpriced);
		at = later(at, gap->until);
	}
	return date_before(at, end) ? cents + worth_in_month(prices, &row->worth, at, end, &unpriced) : cents;
}

/* A euro for each day of help. */
static int64_t days_in(const struct walk *walk, const struct order_row *row, struct date from,
                       struct date until)
{
	struct date at = later(from, row->started), end = earlier(until, date_add_days(walk->asked->on, 1));

	return date_is(row->started) && date_before(at, end) ? (int64_t)(end.day - at.day) * CENTS : 0;
}

static void add_months(struct walk *walk, struct ledger_party *holder, const struct order_row *row,
                       struct ledger_line *line)
{
	const struct worth_prices *prices = &walk->prices[holder->paid - walk->ledger->paid];
	struct date month = walk->from;

	for (size_t i = 0; i < LEDGER_MONTHS; i++, month = worth_next_month(month)) {
		struct date from = later(month, row->worth.from);
		struct date until = earlier(worth_next_month(month), row->worth.until);
		int64_t delivered;

		if (!date_before(from, until))
			continue;
		delivered = delivered_in(walk, prices, row, from, until);
		line->by_month[i] += prices->held.count > 0 ? delivered : days_in(walk, row, from, until);
		if (date_before(month, walk->year))
			continue;
		line->delivered += delivered;
		line->committed += worth_in_month(prices, &row->worth, from, until, &holder->unpriced);
	}
}

/* Places the walk at what goes along with this order, and passes over what is of earlier ones. */
static void go_to(struct walk *walk, struct order_row *row)
{
	while (walk->gap < walk->gaps_count && walk->gaps[walk->gap].assignment < row->assignment)
		walk->gap++;
	while (walk->claim < walk->claimed_count && walk->claimed[walk->claim].assignment < row->assignment)
		walk->claim++;
	while (walk->step < walk->steps_count && walk->steps[walk->step].assignment < row->assignment)
		walk->step++;
	row->worth.steps = walk->of_order;
	for (size_t i = walk->step; i < walk->steps_count && row->worth.steps_count < STEPS_MAX &&
	                            walk->steps[i].assignment == row->assignment;
	     i++)
		walk->of_order[row->worth.steps_count++] = walk->steps[i].step;
}

static void add_order(struct walk *walk, struct order_row *row)
{
	struct ledger_party *holder;
	struct ledger_line *line;

	if (scheme_product(&walk->asked->entry->scheme, row->worth.product) == NULL)
		return;
	holder = holder_of(walk, row);
	if (holder == NULL)
		return;
	row->worth.from = later(row->worth.from, holder->paid->agreement->from);
	go_to(walk, row);
	line = line_of(walk, holder, row);
	if (date_before(walk->year, row->worth.until)) {
		line->orders++;
		holder->orders++;
		holder->unstepped += row->worth.steps_count == 0;
	}
	add_months(walk, holder, row, line);
	if (walk->claim < walk->claimed_count && walk->claimed[walk->claim].assignment == row->assignment) {
		line->claimed += walk->claimed[walk->claim].claimed;
		line->approved += walk->claimed[walk->claim].approved;
	}
}

static struct order_row row_of(const struct db_rows *rows, struct arena *arena)
{
	return (struct order_row){ .assignment = db_number(rows, 0),
		                   .party = db_text(rows, 1, arena),
		                   .worth = { .product = db_text(rows, 2, arena),
		                              .amount = db_number(rows, 3),
		                              .unit = db_text(rows, 4, arena),
		                              .frequency = db_text(rows, 5, arena),
		                              .from = db_date(rows, 6),
		                              .until = db_date(rows, 7) },
		                   .started = db_date(rows, 8),
		                   .postcode = db_text(rows, 9, arena) };
}

/* The texts of a row last no longer than the row: a line keeps its own. */
static enum status add_orders(struct walk *walk, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	CLEANUP(arena_freep) struct arena *of_row = arena_new((size_t)64 * 1024);
	const struct value values[] = { register_of(walk), value_date(walk->from), value_date(walk->until),
		                        value_date(walk->asked->on) };
	enum status status =
		db_select(walk->journal->db, &sql_budget_orders, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct order_row row = row_of(&rows, of_row);

		add_order(walk, &row);
		arena_clear(of_row);
	}
	return status == NOT_FOUND ? OK : status;
}

static void add_up(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->parties_count; i++)
		for (size_t j = 0; j < ledger->lines_count; j++)
			if (ledger->lines[j].party == ledger->parties[i].party) {
				ledger->parties[i].sums.committed += ledger->lines[j].committed;
				ledger->parties[i].sums.delivered += ledger->lines[j].delivered;
			}
}

enum status ledger_add_orders(struct journal *journal, const struct ledger_asked *asked,
                              struct ledger *ledger, struct fault *fault)
{
	struct walk *walk = ARENA_NEW(journal->arena, struct walk);
	enum status status;

	*walk = (struct walk){ .journal = journal,
		               .asked = asked,
		               .ledger = ledger,
		               .arena = journal->arena,
		               .from = date_of((int)asked->year - 1, 1, 1),
		               .until = date_of((int)asked->year + 1, 1, 1),
		               .year = date_of((int)asked->year, 1, 1) };
	if (!date_is(walk->from) || !date_is(walk->until))
		return OK;
	status = read_prices(walk, fault);
	if (status == OK)
		status = read_gaps(walk, fault);
	if (status == OK)
		status = read_steps(walk, fault);
	if (status == OK)
		status = read_claimed(walk, fault);
	if (status == OK)
		status = add_orders(walk, fault);
	add_up(ledger);
	return status;
}
