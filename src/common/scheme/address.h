/* SPDX-License-Identifier: EUPL-1.2 */
/* Addresses that do not follow their postcode: a postcode of six places, with house numbers or without. */
#ifndef COMMON_SCHEME_ADDRESS_H
#define COMMON_SCHEME_ADDRESS_H

#include "common/scheme/scheme.h"

/* What an area says: "9359AB" is all house numbers, "9359AB 12" one, "9359AB 12-40" those from one to
 * another. */
struct address_range {
	char postcode[7];
	int64_t first, last;
};
/* Whether the words are such a range, which is then in ret_range. */
bool address_read(const char *words, struct address_range *ret_range);
/* Whether there is an address in both. */
bool address_meet(const struct address_range *a, const struct address_range *b);
/* Whether the area names the address, which is written as "9359AB 12". */
bool address_is_of(const struct scheme_area *area, const char *address);

#endif
