/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/clock.h"

#include <time.h>

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
	time_t now = time(NULL);
	struct tm parts;
	int32_t second = clock->fixed_second;

	if (!date_is(clock->fixed_day) || localtime_r(&now, &parts) == NULL)
		return (struct moment){ (int64_t)now };
	if (second == 0)
		second = (parts.tm_hour * 60 + parts.tm_min) * 60 + parts.tm_sec;
	return clock_moment_on(clock->fixed_day, second);
}

struct date clock_day_of(struct moment moment)
{
	return moment.seconds == 0 ? (struct date){ 0 } : real_day((time_t)moment.seconds);
}

struct moment clock_moment_on(struct date day, int32_t seconds)
{
	struct tm parts = { .tm_sec = seconds, .tm_isdst = -1 }; /* mktime carries over */
	int year, month, of_month;

	date_parts(day, &year, &month, &of_month);
	parts.tm_year = year - 1900;
	parts.tm_mon = month - 1;
	parts.tm_mday = of_month;
	return (struct moment){ (int64_t)mktime(&parts) };
}

int64_t clock_running_ms(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
