/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <string.h>

#include "outlook/known/known.h"

/* Two digits below a limit, at words; or -1. */
static int32_t two_digits(const char *words, int32_t limit)
{
	int32_t number;

	if (words[0] < '0' || words[0] > '9' || words[1] < '0' || words[1] > '9')
		return -1;
	number = (words[0] - '0') * 10 + (words[1] - '0');
	return number < limit ? number : -1;
}

bool known_read_moment(const char *text, struct moment *ret_moment)
{
	size_t length = strlen(text);
	char day[DATE_TEXT_SIZE];
	int32_t hour, minute, second = 0;
	struct date date;

	(void)snprintf(day, sizeof(day), "%.10s", text);
	if (!date_read(day, &date))
		return false;
	if (length == 10) {
		*ret_moment = clock_moment_on(date, DAY_SECONDS - 1);
		return true;
	}
	if ((length != 16 && length != 19) || text[10] != 'T' || text[13] != ':')
		return false;
	hour = two_digits(text + 11, 24);
	minute = two_digits(text + 14, 60);
	if (length == 19)
		second = text[16] == ':' ? two_digits(text + 17, 60) : -1;
	if (hour < 0 || minute < 0 || second < 0)
		return false;
	*ret_moment = clock_moment_on(date, (hour * 60 + minute) * 60 + second);
	return true;
}
