/* SPDX-License-Identifier: EUPL-1.2 */
/* The arithmetic of a year's end: what a party is due, who bears a result, and what is left to pay. */
#ifndef CONTRACT_FUNDING_SETTLE_H
#define CONTRACT_FUNDING_SETTLE_H

#include "contract/funding/forms.h"
#include "contract/funding/year.h"

/* Cents of one party over one year, as facts have them. */
struct settle_sums {
	int64_t committed; /* the budget; or granted help at its tariff */
	int64_t delivered, claimed, approved;
	int64_t stated;         /* by the party; counts where has_statement */
	int64_t advances, paid; /* the advances are in what was paid */
	bool has_statement;
};
/* Who bears a difference from a budget, in percents. */
struct settle_band {
	int64_t band_percent, shared_percent;
};
struct settled {
	struct borne borne; /* the result, and who bears it */
	int64_t due;
	int64_t balance; /* due - paid: above 0 to pay, below 0 to get back */
};
/*
 * A budget is due with what the municipality bears of the result beyond the band; the result is what the
 * party states that it spent, less the budget. What is paid by claims is due as far as it was approved, and
 * no more than the party states; what it states beyond that is its own.
 */
struct settled settle(const struct funding_form *form, const struct settle_sums *sums,
                      const struct settle_band *band);

/* An area, or municipality, of what is settled. */
struct settle_area {
	const char *area;
	int64_t weight; /* its part of what was due or granted */
	int64_t due, balance;
};
/* Divides what is due and what is left over the areas: their sums are the wholes (largest remainder). */
void settle_areas(const struct settled *settled, struct settle_area *areas, size_t count,
                  struct arena *arena);

/* From so much the statement needs an auditor's opinion, in cents (landelijk accountantsprotocol, 2026). */
#define SETTLE_AUDITED INT64_C(20000000)
/* The last day on which the statement of a year may come in: 31 March of the next. */
struct date settle_last_day(int64_t year);

#endif
