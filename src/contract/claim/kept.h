/* SPDX-License-Identifier: EUPL-1.2 */
/* What the book keeps that the lines of a claim are judged by, read for many of them at a time. */
#ifndef CONTRACT_CLAIM_KEPT_H
#define CONTRACT_CLAIM_KEPT_H

#include "contract/claim/cases.h"
#include "contract/claim/claim.h"

/* An order, and what was approved on it before. */
struct claim_kept_order {
	int64_t number;                                 /* of the assignment */
	const char *party, *product, *unit, *frequency; /* party NULL: nobody knows the order */
	int64_t person, amount;
	int64_t counted, approved; /* volume as claim_counted has it, and cents */
	struct claim_period valid;
	struct date claimed_until; /* the last day of all approved debits; no date: none */
};

/* A line that is there already: the approved debit that a credit takes back. */
struct claim_kept_debit {
	struct claim_line line; /* without whom it is for */
	bool is_credited;
};

/* Of the orders that are named, by number; of the clients and the lines, by their place. */
struct claim_kept {
	struct claim_kept_order *orders;
	size_t orders_count;
	int64_t *persons; /* of the clients of the claim; 0: nobody has the number */
	bool *is_used;    /* of the places: the reference was used before, here or in an earlier claim */
	const struct claim_kept_debit **debits; /* of the places; NULL for the one without */
	const char **same; /* of the places: the approved debit of the same product and period, if any */
};

/* All of it lives in the booking's arena. */
enum status claim_kept_of(struct journal *journal, const struct claim_booking *booking,
                          struct claim_kept *ret_kept, struct fault *fault) MUST_CHECK;
/* The order of that number, which a line of the claim names. */
const struct claim_kept_order *claim_kept_order_of(const struct claim_kept *kept, int64_t number);

#endif
