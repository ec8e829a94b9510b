/* SPDX-License-Identifier: EUPL-1.2 */
/* Decimal numbers and fractions of them, exactly: nothing is ever rounded before it is compared. */
#ifndef PLATFORM_BASE_DECIMAL_H
#define PLATFORM_BASE_DECIMAL_H

#include "platform/base/base.h"

#define DECIMAL_ONE INT64_C(1000000000)
#define DECIMAL_PLACES 9
#define DECIMAL_TEXT_SIZE 24

/* A number from 0 to below 1000000, of at most nine places. */
struct decimal {
	int64_t billionths;
	int64_t rest; /* billionths of a billionth, of a number that decimal_read_long read; else 0 */
};

/*
 * A mean or a part: so many billionths divided by `of`, which is above 0. The rest is less than one
 * billionth: beside a decimal number without one it decides nothing, beside another fraction only what is
 * else equal.
 */
struct fraction {
	int64_t billionths, of;
	int64_t rest;
};

/* Reads "8", "7.25" or "7,25"; false for anything else, and ret_decimal is left as it was. */
bool decimal_read(const char *text, struct decimal *ret_decimal);
/* The same with eighteen places. */
bool decimal_read_long(const char *text, struct decimal *ret_decimal);
/* Writes as many places as are needed, with a point. Returns into. */
const char *decimal_print(struct decimal decimal, char into[static DECIMAL_TEXT_SIZE]);
/* The same with a comma where the language has one. */
const char *decimal_words(struct decimal decimal, const char *language, char into[static DECIMAL_TEXT_SIZE]);

static inline struct decimal decimal_whole(int64_t number)
{
	return (struct decimal){ number * DECIMAL_ONE, 0 };
}

/* The fraction with what its rest has of whole billionths carried over. */
static inline struct fraction fraction_carried(struct fraction fraction)
{
	return (struct fraction){ fraction.billionths + fraction.rest / DECIMAL_ONE, fraction.of,
		                  fraction.rest % DECIMAL_ONE };
}

/* Below 0, 0 or above 0 as a is less than, equal to or more than b. */
int fraction_compare(struct fraction a, struct fraction b);
/* The decimal number with nine places that is nearest below it, or equal to it. */
struct decimal fraction_floor(struct fraction fraction);

static inline struct fraction fraction_whole(struct decimal decimal)
{
	return (struct fraction){ decimal.billionths, 1, decimal.rest };
}

#endif
