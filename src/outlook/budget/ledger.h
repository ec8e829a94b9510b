/* SPDX-License-Identifier: EUPL-1.2 */
/* A scheme's year in money, out of facts: what was granted, delivered, claimed, stated, paid and settled. */
#ifndef OUTLOOK_BUDGET_LEDGER_H
#define OUTLOOK_BUDGET_LEDGER_H

#include "common/scheme/scheme_book.h"
#include "contract/funding/paid.h"
#include "contract/funding/settle.h"
#include "contract/funding/settlement_store.h"

#define LEDGER_MONTHS 24 /* of the year before and of the year */

struct ledger_asked {
	const struct scheme_entry *entry;
	int64_t year;
	struct date on;    /* what was known, and had been, by the end of this day */
	const char *party; /* a contract party; NULL: all of them */
};

/* Of one contract party, product and area. In cents. */
struct ledger_line {
	const char *party, *product, *area; /* names; area "" where the address lies in none */
	int64_t orders;
	int64_t committed, delivered, claimed, approved; /* in the year */
	/* delivered; where an agreement has no tariffs: days of help, each as a euro, for a forecast alone */
	int64_t by_month[LEDGER_MONTHS];
	bool is_untold; /* of a budget of which nobody said what was spent: nothing can be foretold */
};

/* Facts that a figure stands on: how many, the first and the last of them. */
struct ledger_facts {
	int64_t count, first, last;
};

struct ledger_party {
	const char *party;
	const struct funding_paid *paid;
	struct settle_sums sums;
	struct settled settled;
	struct settle_area *areas;
	size_t areas_count;
	int64_t run;                        /* the budget that was set; 0: none */
	struct funding_statement statement; /* its number is 0 where there is none */
	struct funding_settlement settlement;
	struct ledger_facts claims, advances, payments; /* payments: all but the advances */
	int64_t returned;                               /* what the party paid back, above 0 */
	int64_t orders, unstepped, unpriced; /* orders; those without a step; days without a price */
};

struct ledger {
	const struct scheme_entry *entry;
	int64_t year;
	struct date on;
	struct funding_paid *paid;
	size_t paid_count;
	struct ledger_line *lines;
	size_t lines_count;
	struct ledger_party *parties; /* in the order of the scheme */
	size_t parties_count;
};

/* All in the journal's arena. A scheme that pays nobody in the year has no parties. */
enum status ledger_read(struct journal *journal, const struct ledger_asked *asked, struct ledger *ret_ledger,
                        struct fault *fault) MUST_CHECK;
/* The party of that name, or NULL. */
const struct ledger_party *ledger_party_of(const struct ledger *ledger, const char *party);
/* A completion of settlement_made: its amounts. */
enum status ledger_complete_settlement(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
