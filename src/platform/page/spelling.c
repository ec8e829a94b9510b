/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/spelling.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "platform/base/words.h"

struct spelling spelling_new(const char *language)
{
	static const char *const months[] = { WORDS("januari"),   WORDS("februari"), WORDS("maart"),
		                              WORDS("april"),     WORDS("mei"),      WORDS("juni"),
		                              WORDS("juli"),      WORDS("augustus"), WORDS("september"),
		                              WORDS("oktober"),   WORDS("november"), WORDS("december") };
	struct spelling spelling = { .language = language,
		                     .yes = words_in(language, WORDS("ja")),
		                     .no = words_in(language, WORDS("nee")),
		                     .has_points = strcmp(language, "nl") == 0 };

	for (size_t i = 0; i < COUNT(months); i++)
		spelling.months[i] = words_in(language, months[i]);
	return spelling;
}

static char *add_words(char *at, const char *words)
{
	while (*words != '\0')
		*at++ = *words++;
	return at;
}

static char *add_number(char *at, int number)
{
	if (number >= 10)
		at = add_number(at, number / 10);
	*at = (char)('0' + number % 10);
	return at + 1;
}

/* By hand: a work list has fifty dates, and snprintf took a twentieth of its time for them. */
const char *spelling_date(const struct spelling *spelling, struct date date,
                          char into[static SPELLING_SIZE])
{
	int year, month, day;
	char *at;

	into[0] = '\0';
	if (!date_is(date))
		return into;
	date_parts(date, &year, &month, &day);
	at = add_number(into, day);
	*at++ = ' ';
	at = add_words(at, spelling->months[month - 1]);
	*at++ = ' ';
	at = add_number(at, year);
	*at = '\0';
	return into;
}

const char *spelling_moment(const struct spelling *spelling, struct moment moment,
                            char into[static SPELLING_SIZE])
{
	time_t seconds = (time_t)moment.seconds;
	struct tm parts;

	into[0] = '\0';
	if (moment.seconds == 0 || localtime_r(&seconds, &parts) == NULL)
		return into;
	(void)snprintf(into, SPELLING_SIZE, "%d %s %d, %02d:%02d", parts.tm_mday,
	               spelling->months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min);
	return into;
}

const char *spelling_money(const struct spelling *spelling, struct money money,
                           char into[static SPELLING_SIZE])
{
	uint64_t cents = money.cents < 0 ? 0 - (uint64_t)money.cents : (uint64_t)money.cents;
	char digits[24];
	int length = snprintf(digits, sizeof(digits), "%" PRIu64, cents / 100);
	size_t at = (size_t)snprintf(into, SPELLING_SIZE, "%s€%s", money.cents < 0 ? "-" : "",
	                             spelling->has_points ? "\u00A0" : "");

	for (int i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			into[at++] = spelling->has_points ? '.' : ',';
		into[at++] = digits[i];
	}
	(void)snprintf(into + at, SPELLING_SIZE - at, "%c%02d", spelling->has_points ? ',' : '.',
	               (int)(cents % 100));
	return into;
}
