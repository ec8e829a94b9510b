/* SPDX-License-Identifier: EUPL-1.2 */
/* How much of an order fits in a period: the algorithms of iWmo 3.2 (IV077, IV078, IV089). */
#ifndef CONTRACT_CLAIM_VOLUME_H
#define CONTRACT_CLAIM_VOLUME_H

#include "platform/base/date.h"

/* Units and frequencies, by their numbers in the code lists WJ756 and WMO757. */
enum claim_unit {
	CLAIM_MINUTE = 1,
	CLAIM_HOUR = 4,
	CLAIM_DAY_AND_NIGHT = 14,
	CLAIM_DAYPART = 16,
	CLAIM_PIECE = 82, /* output */
	CLAIM_EURO = 83,
	CLAIM_PIECE_OF_EFFORT = 84
};
enum claim_per {
	CLAIM_PER_NOTHING = 0, /* no extent was given */
	CLAIM_PER_DAY = 1,
	CLAIM_PER_WEEK = 2,
	CLAIM_PER_MONTH = 4,
	CLAIM_IN_ALL = 6
};

/* Half-open; no until: no end. */
struct claim_period {
	struct date from, until;
};

/* The extent of an order. */
struct claim_extent {
	int64_t volume;
	enum claim_unit unit;
	enum claim_per per;
	bool is_domestic; /* category 01: a line may hold six times the week's volume */
};

/* No most: whatever is delivered fits. */
#define CLAIM_UNLIMITED INT64_MAX

/* The part of a calendar month in which an order is valid (IV089); from equals until where there is none. */
struct claim_period claim_product_period(struct claim_period valid, struct claim_period month);
/* The calendar month that a day lies in. */
struct claim_period claim_month_of(struct date day);
/* The most that a line may hold over a product period, in the extent's unit (IV077, IV078; TR321). */
int64_t claim_most_in_period(const struct claim_extent *extent, struct claim_period valid,
                             struct claim_period period);
/* The most that all lines together may hold over the whole order (TR322). */
int64_t claim_most_in_all(const struct claim_extent *extent, struct claim_period valid);
/* A volume as it is added up and compared: hours in minutes, so that both fit one order. */
int64_t claim_counted(int64_t volume, enum claim_unit unit);

#endif
