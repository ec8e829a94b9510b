/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/moments.h"

#include <time.h>

#include "common/calendar/calendar.h"
#include "platform/base/clock.h"
#include "platform/base/words.h"

const char *moment_words(struct moment moment, const char *language, struct arena *arena)
{
	time_t seconds = (time_t)moment.seconds;
	const char *day = calendar_date_words(clock_day_of(moment), language, false, arena);
	struct tm parts;

	if (moment.seconds == 0 || localtime_r(&seconds, &parts) == NULL)
		return "";
	if (parts.tm_sec == 0)
		return arena_print(arena, words_in(language, WORDS("%s om %02d:%02d uur")), day,
		                   parts.tm_hour, parts.tm_min);
	return arena_print(arena, words_in(language, WORDS("%s om %02d:%02d:%02d uur")), day, parts.tm_hour,
	                   parts.tm_min, parts.tm_sec);
}
