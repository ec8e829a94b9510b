/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/clock.h"

#include <time.h>

#define EPOCH_DAY 719163
#define DAY_SECONDS 86400

/* main sets TZ to the Dutch rule, so that localtime_r gives the day as lived there. */
static struct date real_day(time_t now)
{
	struct tm parts;

	if (localtime_r(&now, &parts) == NULL)
		return date_of(1970, 1, 1);
	return date_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

struct date clock_today(const struct clock *clock)
{
	return date_is(clock->fixed_day) ? clock->fixed_day : real_day(time(NULL));
}

struct moment clock_now(const struct clock *clock)
{
	int64_t now = (int64_t)time(NULL);
	int64_t second = clock->fixed_second != 0 ? clock->fixed_second : now % DAY_SECONDS;

	if (!date_is(clock->fixed_day))
		return (struct moment){ now };
	return (struct moment){ (int64_t)(clock->fixed_day.day - EPOCH_DAY) * DAY_SECONDS + second };
}

int64_t clock_running_ms(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
