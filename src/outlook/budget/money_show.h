/* SPDX-License-Identifier: EUPL-1.2 */
/* What the parts of a page of a year in money share while it is made. */
#ifndef OUTLOOK_BUDGET_MONEY_SHOW_H
#define OUTLOOK_BUDGET_MONEY_SHOW_H

#include "outlook/budget/money_view.h"

#define MONEY_PARTIES_SHOWN 20

struct showing {
	const struct http_request *request;
	const struct money_asked *asked;
	const struct ledger *ledger;
	const char *language;
	struct arena *arena;
};

/* An amount as it is shown: whole euros for who may not see what a party was paid to the cent. */
const char *money_euros(const struct showing *showing, int64_t cents);
/* A day in words. */
const char *money_day(const struct showing *showing, struct date day);
/* Where the figures of a row are followed to what makes them, within what the visitor may see. */
void money_show_roads(const struct showing *showing, enum money_by by, const char *name,
                      struct money_row *row);
/* The payments of the one party that the page is of, and the roads to all of it. */
enum status money_show_payments(const struct showing *showing, struct money_view *view,
                                struct fault *fault) MUST_CHECK;
/* The year's end of each party, with what the visitor may do about it. */
void money_show_ends(const struct showing *showing, struct money_view *view);

#endif
