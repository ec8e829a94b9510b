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
	/* where each is followed: the party's page, the budget, its claims, its payments; NULL: nowhere */
	const char *label_address, *committed_address, *delivered_address, *claimed_address, *paid_address;
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
/* A payment, where the page is of one party. */
struct money_payment {
	int64_t fact;
	struct date paid_on;
	const char *sort, *amount, *reference;
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
	struct records by_area, by_party; /* of struct care_group */
	bool has_people, is_single;       /* single: of one party */
	struct records payments;          /* of struct money_payment */
	const char *pdf_address, *quarter_xlsx_address;
	const char *all_address, *orders_address, *claims_address;
	struct texts assumptions, bands;
};
extern const struct record money_payment_record;
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
/* What is asked, with what it means for people: all of a page but its frame. */
enum status money_view_of(const struct http_request *request, struct money_view *view,
                          struct fault *fault) MUST_CHECK;
/* Fills the view. */
enum status money_show(const struct http_request *request, const struct money_asked *asked,
                       struct money_view *view, struct fault *fault) MUST_CHECK;

#endif
