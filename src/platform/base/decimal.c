/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/decimal.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define DIGITS_BEFORE_MAX 6

/* So many digits as a number, with noughts for those that are not there. */
static int64_t number_of(const char *digits, size_t count, size_t places)
{
	int64_t value = 0;

	for (size_t i = 0; i < places; i++)
		value = 10 * value + (i < count ? digits[i] - '0' : 0);
	return value;
}

static bool read(const char *text, size_t places, struct decimal *ret_decimal)
{
	size_t before = strspn(text, "0123456789"), after = 0;
	const char *digits = text + before + 1;

	if (text[before] == '.' || text[before] == ',')
		after = strspn(digits, "0123456789");
	if (before == 0 || before > DIGITS_BEFORE_MAX || after > places ||
	    text[before + (after > 0 ? after + 1 : 0)] != '\0')
		return false;
	*ret_decimal = (struct decimal){
		number_of(text, before, before) * DECIMAL_ONE + number_of(digits, after, DECIMAL_PLACES), 0
	};
	if (after > DECIMAL_PLACES)
		ret_decimal->rest =
			number_of(digits + DECIMAL_PLACES, after - DECIMAL_PLACES, DECIMAL_PLACES);
	return true;
}

bool decimal_read(const char *text, struct decimal *ret_decimal)
{
	return read(text, DECIMAL_PLACES, ret_decimal);
}

bool decimal_read_long(const char *text, struct decimal *ret_decimal)
{
	return read(text, 2 * DECIMAL_PLACES, ret_decimal);
}

const char *decimal_print(struct decimal decimal, char into[static DECIMAL_TEXT_SIZE])
{
	int length = snprintf(into, DECIMAL_TEXT_SIZE, "%" PRId64 ".%09" PRId64,
	                      decimal.billionths / DECIMAL_ONE, decimal.billionths % DECIMAL_ONE);

	assert(decimal.billionths >= 0);
	while (into[length - 1] == '0')
		into[--length] = '\0';
	if (into[length - 1] == '.')
		into[--length] = '\0';
	return into;
}

const char *decimal_words(struct decimal decimal, const char *language, char into[static DECIMAL_TEXT_SIZE])
{
	char *point;

	(void)decimal_print(decimal, into);
	point = strchr(into, '.');
	if (point != NULL && strcmp(language, "nl") == 0)
		*point = ',';
	return into;
}

/* By whole parts first, then by what is left of each, turned over: nothing is multiplied. */
static int compare(struct fraction a, struct fraction b)
{
	int sign = 1;

	for (;;) {
		int64_t whole_a = a.billionths / a.of, whole_b = b.billionths / b.of;
		struct fraction left_a = { a.of, a.billionths % a.of, 0 },
				left_b = { b.of, b.billionths % b.of, 0 };

		if (whole_a != whole_b)
			return whole_a < whole_b ? -sign : sign;
		if (left_a.of == 0 || left_b.of == 0)
			return left_a.of == left_b.of ? 0 : left_a.of == 0 ? -sign : sign;
		a = left_a;
		b = left_b;
		sign = -sign;
	}
}

int fraction_compare(struct fraction a, struct fraction b)
{
	int difference;

	assert(a.of > 0 && b.of > 0 && a.billionths >= 0 && b.billionths >= 0);
	difference = compare(a, b);
	if (difference == 0 && a.rest != b.rest)
		return a.rest / a.of < b.rest / b.of   ? -1
		       : a.rest / a.of > b.rest / b.of ? 1
		       : a.rest < b.rest               ? -1
		                                       : 1;
	return difference;
}

struct decimal fraction_floor(struct fraction fraction)
{
	return (struct decimal){ fraction.billionths / fraction.of, 0 };
}
