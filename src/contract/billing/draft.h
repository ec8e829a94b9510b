/* SPDX-License-Identifier: EUPL-1.2 */
/* What goes into a claim: what was delivered beside what was claimed before. Pure. Amounts in cents. */
#ifndef CONTRACT_BILLING_DRAFT_H
#define CONTRACT_BILLING_DRAFT_H

#include "contract/claim/claim.h"
#include "platform/record/record.h"

/* A line that was claimed before, with what was said of it. */
struct billed_line {
	int64_t fact, number, assignment; /* fact: of the claim */
	const char *reference, *previous, *category, *code;
	struct date first_day, last_day;
	int64_t volume, unit, tariff, amount;
	bool is_credit;
	struct date answered_on;         /* of the claim; none while there is no answer */
	const char *claim_codes, *codes; /* of the claim as a whole, and of the line; "" when granted */
};
extern const struct record billed_line_record;

enum billed_state { BILLED_WAITS, BILLED_GRANTED, BILLED_REFUSED };
enum billed_state billed_state_of(const struct billed_line *line);

/* The debit that counts for a period among the lines of one order, oldest first: the last that was not
 * taken back; NULL. */
const struct billed_line *billed_standing(const struct records *lines, struct claim_period period);

/* What is done about a period of an order. */
enum draft_step {
	DRAFT_NOTHING,   /* what was claimed is what was delivered */
	DRAFT_CLAIM,     /* a first line, or one in the place of what was refused */
	DRAFT_CORRECT,   /* the granted line is taken back, and claimed as it is now (iWmo IV086, IV091) */
	DRAFT_TAKE_BACK, /* the granted line is taken back: nothing was delivered after all */
	DRAFT_WAIT,      /* there is no answer yet to what was claimed */
	DRAFT_UNCHANGED  /* it was refused, and is still the same */
};
/* standing: NULL when nothing stands; wanted: as it would be claimed now, volume 0 for nothing. */
enum draft_step draft_step_of(const struct billed_line *standing, const struct claim_line *wanted);

/*
 * Minutes that were delivered as a volume of the order's unit: hours are rounded on the total of the period,
 * half an hour up, one at least (iWmo IV079); of other units the number itself.
 */
int64_t draft_volume(int64_t delivered, enum claim_unit unit);

#endif
