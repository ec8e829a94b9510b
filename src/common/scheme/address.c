/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/address.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define POSTCODE_CHARS 6
#define POSTCODE_DIGITS 4
#define NUMBER_DIGITS 5

static bool is_postcode(const char *words)
{
	return strspn(words, "0123456789") == POSTCODE_DIGITS && isupper((unsigned char)words[4]) &&
	       isupper((unsigned char)words[5]);
}

/* A house number from 1 on; at goes past it. */
static bool read_number(const char **at, int64_t *ret_number)
{
	size_t digits = strspn(*at, "0123456789");

	*ret_number = strtoll(*at, NULL, 10);
	*at += digits;
	return digits > 0 && digits <= NUMBER_DIGITS && *ret_number > 0;
}

bool address_read(const char *words, struct address_range *ret_range)
{
	const char *at;

	*ret_range = (struct address_range){ .first = 1, .last = INT64_MAX };
	if (!is_postcode(words))
		return false;
	at = words + POSTCODE_CHARS;
	memcpy(ret_range->postcode, words, POSTCODE_CHARS);
	if (*at == '\0')
		return true;
	if (*at++ != ' ' || !read_number(&at, &ret_range->first))
		return false;
	ret_range->last = ret_range->first;
	if (*at == '-') {
		at++;
		if (!read_number(&at, &ret_range->last))
			return false;
	}
	return *at == '\0' && ret_range->first <= ret_range->last;
}

bool address_meet(const struct address_range *a, const struct address_range *b)
{
	return strcmp(a->postcode, b->postcode) == 0 && a->first <= b->last && b->first <= a->last;
}

bool address_is_of(const struct scheme_area *area, const char *address)
{
	struct address_range asked, range;

	if (!address_read(address, &asked) || asked.first != asked.last)
		return false;
	for (size_t i = 0; i < area->addresses.count; i++)
		if (address_read(area->addresses.items[i], &range) && address_meet(&range, &asked))
			return true;
	return false;
}
