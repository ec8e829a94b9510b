/* SPDX-License-Identifier: EUPL-1.2 */
/* A year in money as a page shows it: by party, product and area, with a forecast and the year's end. */
#ifndef OUTLOOK_BUDGET_MONEY_VIEW_H
#define OUTLOOK_BUDGET_MONEY_VIEW_H

#include "common/access/web.h"
#include "outlook/budget/ledger.h"
#include "outlook/budget/money_rows.h"

/* A row of a table; amounts as they are shown. */
struct money_row {
	const char *label, *orders;
	const char *committed, *delivered, *claimed, *approved, *advances, *paid;
	const char *least, *middle, *most; /* of the forecast; NULL where there is none */
	int64_t y, text_y, width, least_x, most_x, middle_x, line_y; /* in the chart */
};
/* The year's end of one party. */
struct money_end {
	const char *label, *state, *due, *paid, *open;
	const char *state_address, *settle_address, *sign_address, *withdraw_address, *pay_address;
	const char *statement; /* who stated what, and with which opinion */
	bool is_late;          /* it came after the last day, or did not come by then */
	struct texts because, areas;
};
struct money_link {
	const char *words, *address;
	bool is_shown;
};

struct money_view {
	struct page_frame frame;
	bool is_own, is_brief; /* brief: of who may not see amounts of a party's claims: whole euros by
	                          agreement */
	bool has_ledger, has_forecast, has_claims;
	const char *title, *csv_address, *xlsx_address, *quarter_address, *quarter_title, *summary;
	struct date on, last_day, month; /* last_day: on which statements must be in */
	int64_t chart_height, year, seed;
	struct records schemes, years, quarters, totals, parties, products, areas, ends, others, counts;
	struct texts assumptions, bands;
};
extern const struct record money_view_record, money_row_record, money_end_record;

/* Which year of which scheme, by ?scheme= and ?year=; without them the first scheme and the year of the day.
 */
struct money_asked {
	struct ledger_asked ledger;
	bool is_brief, is_own;
	int64_t quarter; /* 1 to 4: a statement over the year up to its end; 0: none is asked */
};
/* Also ?of=2016-1, a quarter: the day is then its last, at most. False where the register has no such scheme.
 */
bool money_asked(const struct http_request *request, struct money_asked *ret_asked);
/* What is asked, out of facts, its budgets' months scaled for a forecast. */
enum status money_ledger(const struct http_request *request, const struct money_asked *asked,
                         struct ledger *ret_ledger, struct fault *fault) MUST_CHECK;
/* The seed of its draws. */
uint64_t money_seed(const struct http_request *request, const struct ledger *ledger);
/* What a row is called: a party, an agreement, a product or an area. */
const char *money_label(const struct http_request *request, const struct ledger *ledger, enum money_by by,
                        const char *name);
/* Fills the view. */
enum status money_show(const struct http_request *request, const struct money_asked *asked,
                       struct money_view *view, struct fault *fault) MUST_CHECK;

#endif
