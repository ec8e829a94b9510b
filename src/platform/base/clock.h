/* SPDX-License-Identifier: EUPL-1.2 */
/* The clock, an argument everywhere: real, or standing on a given day. */
#ifndef PLATFORM_BASE_CLOCK_H
#define PLATFORM_BASE_CLOCK_H

#include "platform/base/date.h"

struct clock {
	struct date fixed_day; /* no date: the real day, as lived in the Netherlands */
	int32_t fixed_second;  /* since its midnight, as lived; 0: the real time of day */
};

struct date clock_today(const struct clock *clock);
/* Now; with a fixed day the day is that one, and the time of day the fixed or the real one. */
struct moment clock_now(const struct clock *clock);
/* The day of a moment, as lived in the Netherlands; no date for no moment. */
struct date clock_day_of(struct moment moment);
#define DAY_SECONDS 86400 /* the end of a day, as clock_moment_on counts */
/* The moment at which a day begins, as lived in the Netherlands, so many seconds later. */
struct moment clock_moment_on(struct date day, int32_t seconds);
/* Milliseconds that only run forward, for measuring and waiting. */
int64_t clock_running_ms(void);

#endif
