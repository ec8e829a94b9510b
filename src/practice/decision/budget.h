/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts that belong to the resident: a personal budget, and the most that somebody pays; never in a list.
 */
#ifndef PRACTICE_DECISION_BUDGET_H
#define PRACTICE_DECISION_BUDGET_H

#include "common/journal/journal.h"

/* An amount of a resident's own; it stands in the decision and its letter, and nowhere else. */
struct resident_amount {
	int64_t cents;
};

/* What somebody gets to buy a granted product with (Wmo 2015, art. 2.3.6); the form asks euros and cents. */
struct personal_budget {
	const char *product;
	int64_t euros, cents;
	const char *per;       /* budget_periods */
	const char *how_found; /* the sum, in words that the resident can check */
	/* lid 2: why the resident wants this, who can carry it, how it is safe and good */
	const char *wish, *able, *quality;
};
extern const struct record personal_budget_record;
extern const struct choice budget_periods[];
/* Why a personal budget that was asked for is refused (lid 2 and 5). */
extern const struct choice budget_refusals[];

struct resident_amount personal_budget_amount(const struct personal_budget *budget);
/* Whether the three things of lid 2 and the sum are said. */
bool personal_budget_is_founded(const struct personal_budget *budget);

/* "€ 320,50", and "driehonderdtwintig euro en vijftig cent"; Dutch, in arena. */
const char *resident_amount_figures(struct resident_amount amount, struct arena *arena);
const char *resident_amount_words(struct resident_amount amount, struct arena *arena);

/* Whether the resident pays a contribution; the CAK says how much, and collects it (art. 2.1.4 and 2.1.4b).
 */
extern const struct choice contributions[];
/* The most that somebody pays in a month on that day, by data/contributions.csv; no amount where that says
 * none. */
enum status contribution_most(struct date on, struct resident_amount *ret_amount,
                              struct fault *fault) MUST_CHECK;

#endif
