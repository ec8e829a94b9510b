/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/wording/contact_details.h"

#include <ctype.h>
#include <string.h>

#define DUTCH_DIGITS 10
#define ABROAD_LEAST 10  /* with the code of the country */
#define ABROAD_MOST 15   /* ITU-T E.164 */
#define SERVICE_LEAST 8  /* 0800 1234 */
#define BETWEEN " -./()" /* what is written between the digits of a number */

static bool is_digit(char byte)
{
	return isdigit((unsigned char)byte) != 0;
}

static bool is_word(char byte)
{
	return isalnum((unsigned char)byte) != 0;
}

/* How long a day is that begins there, such as 04-03-2019; 0 for none. */
static size_t day_bytes(const char *at)
{
	size_t length = 0;

	for (int part = 0; part < 3; part++) {
		size_t digits = strspn(at + length, "0123456789");

		if (digits == 0 || digits > 4 || (part < 2 && digits != 2 && digits != 4))
			return 0;
		length += digits;
		if (part < 2 && (at[length] == '\0' || strchr("-/.", at[length]) == NULL))
			return 0;
		length += part < 2;
	}
	return length;
}

/* How many digits there are in a row, with no more than two other bytes between each. */
static size_t digits_of(const char *at, size_t *ret_length)
{
	size_t count = 0;

	*ret_length = 0;
	for (size_t place = 0; at[place] != '\0';) {
		size_t between = strspn(at + place, BETWEEN);

		if (between > 3 || !is_digit(at[place + between]) || day_bytes(at + place + between) > 0)
			break;
		place += between + 1;
		count++;
		*ret_length = place;
	}
	return count;
}

/* Numbers of a service are shorter: 0800 1234, 0900 12345. */
static bool is_service(const char *at, size_t digits)
{
	return digits >= SERVICE_LEAST && (strncmp(at, "0800", 4) == 0 || strncmp(at, "0900", 4) == 0);
}

static bool is_telephone(const char *at)
{
	size_t length = 0;
	bool is_abroad = *at == '+' || strncmp(at, "00", 2) == 0;
	size_t digits = digits_of(*at == '+' ? at + 1 : at, &length);

	if (is_abroad)
		return digits >= ABROAD_LEAST && digits <= ABROAD_MOST;
	return *at == '0' && (digits == DUTCH_DIGITS || is_service(at, digits));
}

bool contact_has_telephone(const char *words)
{
	const char *all = or_empty(words);

	for (const char *at = all; *at != '\0';) {
		size_t day = day_bytes(at);

		if (day == 0 && (at == all || !is_word(at[-1])) && is_telephone(at))
			return true;
		at += day > 0 ? day : 1;
	}
	return false;
}

/* Whether a name with a point in it begins there: example.nl */
static bool is_domain(const char *at)
{
	size_t length = 0;

	while (is_word(at[length]) || at[length] == '-')
		length++;
	return length > 0 && at[length] == '.' && is_word(at[length + 1]);
}

bool contact_has_mail(const char *words)
{
	const char *all = or_empty(words);

	for (const char *at = strchr(all, '@'); at != NULL; at = strchr(at + 1, '@'))
		if (at > all && (is_word(at[-1]) || strchr("._+-", at[-1]) != NULL) && is_domain(at + 1))
			return true;
	return false;
}
