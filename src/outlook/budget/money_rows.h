/* SPDX-License-Identifier: EUPL-1.2 */
/* The lines of a ledger added up by party, product or area, each with what the year will come to. */
#ifndef OUTLOOK_BUDGET_MONEY_ROWS_H
#define OUTLOOK_BUDGET_MONEY_ROWS_H

#include "outlook/budget/forecast.h"
#include "outlook/budget/ledger.h"

enum money_by { MONEY_BY_PARTY, MONEY_BY_AGREEMENT, MONEY_BY_PRODUCT, MONEY_BY_AREA, MONEY_TOGETHER };

struct money_sums {
	const char *name;
	int64_t orders, committed, delivered, claimed, approved, advances, paid;
	int64_t by_month[LEDGER_MONTHS];
	struct forecast forecast;
	bool has_forecast, is_untold;
	bool is_hidden; /* its amounts, as they would tell of somebody */
};

/*
 * Makes the months of a budget's party what it stated that it spent, in the proportion of the help that there
 * was; of a party that did not state it, nothing. spent is struct funding_spent.
 */
void money_scale(struct ledger *ledger, const struct records *spent);
/* The rows, in the order of the scheme, or in which they come, what tells of somebody hidden; in arena. The
 * seed goes with each forecast. */
struct money_sums *money_rows(const struct ledger *ledger, enum money_by by, uint64_t seed,
                              struct arena *arena, size_t *ret_count);

/* Of more rows than most, those with the largest commitments stay; the others become one, with no name. */
size_t money_fold(const struct ledger *ledger, struct money_sums *rows, size_t count, size_t most,
                  uint64_t seed);

/* How many orders stand behind a row, as shown: "<5" for fewer, "-" where the number would tell another. */
const char *money_orders(const struct money_sums *sums, enum money_by by, struct arena *arena);

#endif
