/* SPDX-License-Identifier: EUPL-1.2 */
/* Who was weighed as a subcontractor, and whether what is passed on along the chain is a real price. */
#ifndef CONTRACT_AGREEMENT_BELOW_H
#define CONTRACT_AGREEMENT_BELOW_H

#include "common/journal/journal.h"

extern const struct choice candidate_sizes[], candidate_outcomes[];
#define CANDIDATE_SMALL "small"
#define CANDIDATE_CONTRACTED "contracted"
#define CANDIDATE_TALKING "talking"

/* A contract party weighs an organisation; each time again, the last one counts. */
struct subcontractor_weighed {
	const char *under, *label, *size, *brings;
	struct date on;
	const char *outcome, *reason;
	/* by the door */
	struct {
		bool under_works, is_foreign, is_past;
	} situation;
};

/* The six cost elements of a service beside what is paid for it below a party (Uitvoeringsbesluit Wmo 2015,
 * art. 5.4). */
struct chain_price_checked {
	const char *agreement, *product, *level, *unit, *under, *party;
	struct date on;
	const char *professional, *overhead, *non_productive, *travel_training, *indexation,
		*municipal_duties; /* in euros */
	const char *kept, *kept_for, *paid, *source;
	/* by the door */
	struct money tariff, real_price, kept_cents, floor_price, paid_cents;
	bool is_enough;
	struct {
		bool is_known, is_below, has_tariff, are_amounts;
	} situation;
};

#define WEIGHED_RULES_COUNT 4
#define CHAIN_PRICE_RULES_COUNT 5
extern const struct journal_rule weighed_rules[WEIGHED_RULES_COUNT];
extern const struct journal_rule chain_price_rules[CHAIN_PRICE_RULES_COUNT];
extern const struct journal_kind subcontractor_weighed_kind, chain_price_checked_kind;
extern const struct record subcontractor_weighed_record, chain_price_checked_record;

/* Read back, in the journal's arena. */
struct candidate_line {
	const char *under, *label, *size, *brings, *outcome, *reason;
	struct date weighed_on;
};
/* Of the register, as they stood on a day. */
enum status candidates_on(struct journal *journal, struct date on, struct records *ret_candidates,
                          struct fault *fault) MUST_CHECK;
struct chain_price {
	int64_t chain_check;
	const char *agreement, *product, *level, *unit, *under, *party, *kept_for, *source;
	struct date checked_on;
	struct money tariff, real_price, kept, floor_price, paid;
};
/* Of an agreement by a day, the newest first. */
enum status chain_prices(struct journal *journal, const char *agreement, struct date on,
                         struct records *ret_prices, struct fault *fault) MUST_CHECK;

#endif
