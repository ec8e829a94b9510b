/* SPDX-License-Identifier: EUPL-1.2 */
/* The claim of a month as it would go now: of each order what was delivered, and what that corrects. */
#ifndef CONTRACT_BILLING_MAKING_H
#define CONTRACT_BILLING_MAKING_H

#include "contract/billing/draft.h"
#include "contract/exchange/party_orders.h"

/* What is said of a line; those before DRAFT_OUTSIDE keep it from going. */
enum draft_remark {
	DRAFT_NO_ORDER, /* all care was outside the days of the order */
	DRAFT_NO_BSN,
	DRAFT_NO_CODE,
	DRAFT_NO_TARIFF,
	DRAFT_HAS_TO_WAIT,
	DRAFT_SAME_AGAIN,
	DRAFT_OUTSIDE,    /* some care was; that part does not go */
	DRAFT_NO_START,   /* the start was not reported; no ground for a refusal (iWmo OP364) */
	DRAFT_OVER_MONTH, /* more than fits in the period (TR321) */
	DRAFT_OVER_ORDER, /* more than fits in the whole order (TR322) */
	DRAFT_REMARKS_COUNT
};
extern const char *const draft_remark_words[DRAFT_REMARKS_COUNT]; /* Dutch */

struct draft_line {
	const struct party_order *order;
	struct claim_line line; /* without a BSN or a reference of its own */
	struct date month;
	unsigned remarks; /* bits of enum draft_remark */
	int64_t most;     /* of DRAFT_OVER_MONTH: what fits, in the order's unit */
	bool is_held;     /* does not go */
};

struct making_asked {
	const char *party;        /* of whose orders */
	const char *municipality; /* its code; "" for the first */
	struct date month;        /* any day of it */
	bool again;               /* with what was refused and is the same */
};
struct making {
	const char *municipality, *provider; /* codes in messages; "" where nothing can go */
	struct texts municipalities;         /* of all orders of the party */
	struct draft_line *lines;            /* by order and month, a credit before its debit */
	size_t count, going, room;           /* going: of these, how many go */
	int64_t cents;                       /* of what goes, credits taken off */
	bool is_full; /* a message takes no more: the orders after these go with a next claim of the month */
};
#define MAKING_LINES 20000 /* and those of one order more: they surely fit in a message of 25 MB */
#define MAKING_MONTHS 12   /* corrections go back so far, with the month itself */
/* In the journal's arena. */
enum status making_of(struct journal *journal, const struct making_asked *asked, struct making *ret_making,
                      struct fault *fault) MUST_CHECK;

#endif
