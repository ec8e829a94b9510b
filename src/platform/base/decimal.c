/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/decimal.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define DIGITS_BEFORE_MAX 6

bool decimal_read(const char *text, struct decimal *ret_decimal)
{
	size_t before = strspn(text, "0123456789"), after = 0;
	int64_t value = 0;

	if (text[before] == '.' || text[before] == ',')
		after = strspn(text + before + 1, "0123456789");
	if (before == 0 || before > DIGITS_BEFORE_MAX || after > DECIMAL_PLACES ||
	    text[before + (after > 0 ? after + 1 : 0)] != '\0')
		return false;
	for (size_t i = 0; i < before; i++)
		value = 10 * value + (text[i] - '0');
	for (size_t i = 0; i < DECIMAL_PLACES; i++)
		value = 10 * value + (i < after ? text[before + 1 + i] - '0' : 0);
	*ret_decimal = (struct decimal){ value };
	return true;
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
int fraction_compare(struct fraction a, struct fraction b)
{
	int sign = 1;

	assert(a.of > 0 && b.of > 0 && a.billionths >= 0 && b.billionths >= 0);
	for (;;) {
		int64_t whole_a = a.billionths / a.of, whole_b = b.billionths / b.of;
		struct fraction left_a = { a.of, a.billionths % a.of },
				left_b = { b.of, b.billionths % b.of };

		if (whole_a != whole_b)
			return whole_a < whole_b ? -sign : sign;
		if (left_a.of == 0 || left_b.of == 0)
			return left_a.of == left_b.of ? 0 : left_a.of == 0 ? -sign : sign;
		a = left_a;
		b = left_b;
		sign = -sign;
	}
}

struct decimal fraction_floor(struct fraction fraction)
{
	return (struct decimal){ fraction.billionths / fraction.of };
}
