/* SPDX-License-Identifier: EUPL-1.2 */
/* The four forms in which help is paid, as rows; and what the two that pay by what was done reckon. */
#ifndef CONTRACT_FUNDING_FORMS_H
#define CONTRACT_FUNDING_FORMS_H

#include "common/scheme/scheme.h"

/* A form, and what it asks. */
struct funding_form {
	const char *code; /* of scheme_funding_forms, in that order */
	bool is_budget;   /* there is an amount to divide beforehand */
	bool has_claims;  /* each client's help is claimed; else the claim leg falls away */
};
extern const struct funding_form funding_forms[];
/* The row of a code; NULL when there is none. */
const struct funding_form *funding_form_of(const char *code);

/* What was delivered at a tariff: the tariff is for `per` parts of its unit, as an hour has 60 minutes. */
struct delivered {
	struct money tariff;
	int64_t per;
	int64_t parts, granted; /* delivered and granted, in the same parts */
};
/*
 * Price x quantity: tariff x parts / per of each line, no more than was granted, half a cent up per line.
 * (domain: sum of tariff(product, date) x delivered units, units <= granted.) What was not paid because it
 * was more than granted is counted in ret_beyond, in parts.
 */
int64_t funding_price_quantity(const struct delivered *lines, size_t count, int64_t *ret_beyond);

enum part_period { PART_DAYS, PART_HALF, PART_WHOLE }; /* as scheme_part_periods */
/* A stretch of time, half-open, in one step of an arrangement. */
struct stretch {
	struct date from, until; /* until is a date */
	struct money price;      /* of a whole month in this step */
};
/*
 * Arrangement price per period: each calendar month in which the client had a step. A month that was not full
 * counts by the rule: its days, half a cent up; or half of it up to half of the days and else all of it; or
 * all of it. Where a step changed within a month, each step has its own days under PART_DAYS; under the other
 * rules the step of the first day counts for all days of the month that were covered. Stretches do not
 * overlap and stand in order of time.
 */
int64_t funding_arrangement(const struct stretch *stretches, size_t count, enum part_period rule);
enum part_period funding_part_period(const char *code);

#endif
