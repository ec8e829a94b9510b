/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/money_rows.h"

#include <stdlib.h>
#include <string.h>

#include "contract/funding/funding_store.h"
#include "outlook/figures/figures.h"

#define THOUSAND 1000
#define MONTH_MOST INT64_C(1000000000000) /* cents: a mistake of who stated it overflows nothing */
#define YEAR_FIRST 12                     /* the place of the year's first month */

/* --- what budgets spent --- */

static const struct funding_spent *spent_of(const struct records *spent, const char *party)
{
	const struct funding_spent *row = spent->items;

	for (size_t i = 0; i < spent->count; i++)
		if (strcmp(row[i].party, party) == 0)
			return &row[i];
	return NULL;
}

/* What the help of the year came to, to the end of the month of that day. */
static int64_t until(const struct ledger *ledger, const char *party, struct date day)
{
	int64_t sum = 0;

	for (size_t i = 0; i < ledger->lines_count; i++)
		for (size_t j = YEAR_FIRST; j < LEDGER_MONTHS && ledger->lines[i].party == party; j++)
			if (!date_before(day, date_of((int)ledger->year, (int)(j - YEAR_FIRST) + 1, 1)))
				sum += ledger->lines[i].by_month[j];
	return sum;
}

static void scale_line(struct ledger_line *line, int64_t rate)
{
	int64_t most = rate == 0 ? 0 : MONTH_MOST / rate * THOUSAND;

	line->is_untold = rate == 0;
	for (size_t i = 0; i < LEDGER_MONTHS; i++)
		line->by_month[i] = line->by_month[i] > most ? MONTH_MOST * (rate != 0)
		                                             : line->by_month[i] * rate / THOUSAND;
}

void money_scale(struct ledger *ledger, const struct records *spent)
{
	for (size_t i = 0; i < ledger->parties_count; i++) {
		const struct ledger_party *party = &ledger->parties[i];
		const struct funding_spent *told = spent_of(spent, party->party);
		int64_t so_far = told == NULL ? 0 : until(ledger, party->party, told->spent_until);
		int64_t rate = so_far == 0 ? 0 : told->cents.cents * THOUSAND / so_far;

		for (size_t j = 0; j < ledger->lines_count && party->paid->form->is_budget; j++)
			if (ledger->lines[j].party == party->party)
				scale_line(&ledger->lines[j], rate);
	}
}

/* --- rows --- */

static const char *name_of(const struct ledger *ledger, const struct ledger_line *line, enum money_by by)
{
	switch (by) {
	case MONEY_BY_PARTY:
		return line->party;
	case MONEY_BY_PRODUCT:
		return line->product;
	case MONEY_BY_AREA:
		return line->area;
	case MONEY_TOGETHER:
		return "";
	case MONEY_BY_AGREEMENT:
	default:
		return ledger_party_of(ledger, line->party)->paid->agreement->name;
	}
}

static struct money_sums *row_named(struct money_sums *rows, size_t *count, const char *name)
{
	for (size_t i = 0; i < *count; i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	rows[*count] = (struct money_sums){ .name = name };
	return &rows[(*count)++];
}

static void add_line(struct money_sums *row, const struct ledger_line *line, bool is_of_party)
{
	row->orders += line->orders;
	row->is_untold = row->is_untold || line->is_untold;
	for (size_t i = 0; i < LEDGER_MONTHS; i++)
		row->by_month[i] += line->by_month[i];
	if (is_of_party) /* these have their sums of the party, with what no order has */
		return;
	row->committed += line->committed;
	row->delivered += line->delivered;
	row->claimed += line->claimed;
	row->approved += line->approved;
}

static void add_party(struct money_sums *row, const struct ledger_party *party)
{
	row->committed += party->sums.committed;
	row->delivered += party->sums.delivered;
	row->claimed += party->sums.claimed;
	row->approved += party->sums.approved;
	row->advances += party->sums.advances;
	row->paid += party->sums.paid;
}

/* How many months of the ledger are over on its day. */
static size_t months_over(const struct ledger *ledger)
{
	struct date end = date_add_days(ledger->on, 1);
	int year = 1, month = 1, day = 1;
	int64_t over;

	date_parts(end, &year, &month, &day);
	over = ((int64_t)year - (ledger->year - 1)) * 12 + month - 1;
	return over < 0 ? 0 : over > LEDGER_MONTHS ? LEDGER_MONTHS : (size_t)over;
}

static void foretell(const struct ledger *ledger, uint64_t seed, struct money_sums *row)
{
	size_t over = months_over(ledger), from = over > YEAR_FIRST ? over - YEAR_FIRST : 0;
	struct forecast_question question = { .months = row->by_month + from,
		                              .months_count = over - from,
		                              .months_left = (int)(LEDGER_MONTHS - over),
		                              .seed = seed };

	if (over < YEAR_FIRST || over == LEDGER_MONTHS || row->is_untold)
		return;
	for (size_t i = YEAR_FIRST; i < over; i++)
		question.done += row->by_month[i];
	row->has_forecast = forecast_year(&question, &row->forecast);
}

/*
 * Hides the amounts of products or areas with fewer than five orders; where that is one row alone, those of
 * the next smallest as well, so that the whole less the others does not tell it.
 */
static void hide(struct money_sums *rows, size_t count, enum money_by by)
{
	struct money_sums *next = NULL;
	size_t hidden = 0;

	if (by != MONEY_BY_PRODUCT && by != MONEY_BY_AREA)
		return;
	for (size_t i = 0; i < count; i++) {
		rows[i].is_hidden = rows[i].orders < FIGURES_LEAST;
		hidden += rows[i].is_hidden;
		if (!rows[i].is_hidden && (next == NULL || rows[i].orders < next->orders))
			next = &rows[i];
	}
	if (hidden == 1 && next != NULL)
		next->is_hidden = true;
}

struct money_sums *money_rows(const struct ledger *ledger, enum money_by by, uint64_t seed,
                              struct arena *arena, size_t *ret_count)
{
	bool is_of_party = by == MONEY_BY_PARTY || by == MONEY_BY_AGREEMENT || by == MONEY_TOGETHER;
	struct money_sums *rows =
		ARENA_MANY(arena, ledger->parties_count + ledger->lines_count + 1, struct money_sums);

	*ret_count = 0;
	for (size_t i = 0; i < ledger->parties_count && is_of_party; i++) {
		const struct ledger_party *party = &ledger->parties[i];

		add_party(row_named(rows, ret_count,
		                    by == MONEY_BY_PARTY       ? party->party
		                    : by == MONEY_BY_AGREEMENT ? party->paid->agreement->name
		                                               : ""),
		          party);
	}
	for (size_t i = 0; i < ledger->lines_count; i++)
		add_line(row_named(rows, ret_count, name_of(ledger, &ledger->lines[i], by)),
		         &ledger->lines[i], is_of_party);
	for (size_t i = 0; i < *ret_count; i++)
		foretell(ledger, seed, &rows[i]);
	hide(rows, *ret_count, by);
	return rows;
}

const char *money_orders(const struct money_sums *sums, enum money_by by, struct arena *arena)
{
	bool is_few = sums->orders < FIGURES_LEAST && (by == MONEY_BY_PRODUCT || by == MONEY_BY_AREA);

	return is_few            ? arena_print(arena, "<%d", FIGURES_LEAST)
	       : sums->is_hidden ? "-"
	                         : arena_print(arena, "%lld", (long long)sums->orders);
}

static int by_commitment(const void *one, const void *other)
{
	const struct money_sums *a = one, *b = other;
	int order = (a->committed < b->committed) - (a->committed > b->committed);

	return order != 0 ? order : strcmp(a->name, b->name);
}

size_t money_fold(const struct ledger *ledger, struct money_sums *rows, size_t count, size_t most,
                  uint64_t seed)
{
	struct money_sums *rest;

	if (count <= most)
		return count;
	qsort(rows, count, sizeof(rows[0]), by_commitment);
	rest = &rows[most - 1];
	rest->name = "";
	for (size_t i = most; i < count; i++) {
		rest->orders += rows[i].orders;
		rest->committed += rows[i].committed;
		rest->delivered += rows[i].delivered;
		rest->claimed += rows[i].claimed;
		rest->approved += rows[i].approved;
		rest->advances += rows[i].advances;
		rest->paid += rows[i].paid;
		rest->is_untold = rest->is_untold || rows[i].is_untold;
		for (size_t j = 0; j < LEDGER_MONTHS; j++)
			rest->by_month[j] += rows[i].by_month[j];
	}
	rest->has_forecast = false;
	foretell(ledger, seed, rest);
	return most;
}
