/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How what a scheme buys is paid: the form of each agreement and the keys by which a budget is divided. No
 * amounts: everybody may read a scheme, and practice sees no prices.
 */
#ifndef COMMON_SCHEME_SCHEME_FUNDING_H
#define COMMON_SCHEME_SCHEME_FUNDING_H

#include "platform/record/record.h"

/* How an agreement is paid. */
struct scheme_funding {
	const char *agreement, *form;
	const char *key;         /* of a budget: what divides it over the areas; a code of scheme_keys */
	const char *part_period; /* of an arrangement: what a period counts that was not full */
	int64_t damping_percent; /* at most so much more or less than the year before; 0: no damping */
	int64_t band_percent;    /* a result up to so much of the budget is the party's own */
	int64_t shared_percent;  /* of what is beyond it the municipality bears this */
	bool is_placeholder;
	const char *about;
	struct marks at;
};

/* A group of the population, with how heavy one of them weighs; 100 is once. */
struct scheme_band {
	const char *name, *label;
	int64_t weight_percent;
	bool is_placeholder;
	struct marks at;
};

/* Of what an area gets, so much is for this party. */
struct scheme_share {
	const char *party, *area;
	int64_t percent;
	bool is_placeholder;
	struct marks at;
};

/* How many people of a group live in an area: to reckon with where nobody brings other numbers. */
struct scheme_people {
	const char *area, *band;
	int64_t people;
	struct marks at;
};

extern const struct record scheme_funding_record, scheme_band_record, scheme_share_record,
	scheme_people_record;
extern const struct choice scheme_funding_forms[];
extern const struct choice scheme_keys[];
extern const struct choice scheme_part_periods[];

#endif
