/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar days and moments: arithmetic and their ISO 8601 form. Which day is today is never known here. */
#ifndef PLATFORM_BASE_DATE_H
#define PLATFORM_BASE_DATE_H

#include "platform/base/base.h"

/* A day of the Gregorian calendar: 1 is 0001-01-01; 0, as in zeroed memory, is no date. */
struct date {
	int32_t day;
};

/* A moment in seconds since 1970-01-01T00:00:00Z; 0 is no moment. */
struct moment {
	int64_t seconds;
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

#define DATE_TEXT_SIZE 11                    /* YYYY-MM-DD and the NUL */
#define MOMENT_TEXT_SIZE 21                  /* YYYY-MM-DDTHH:MM:SSZ and the NUL */
#define DATE_LAST ((struct date){ 3652059 }) /* 9999-12-31: "until further notice" */

/* The date, or no date where year (1-9999), month and day do not make one. */
struct date date_of(int year, int month, int day);
void date_parts(struct date date, int *ret_year, int *ret_month, int *ret_day);
/* Reads exactly YYYY-MM-DD; false for anything else, and ret_date is left as it was. */
bool date_read(const char *text, struct date *ret_date);
/* Writes YYYY-MM-DD, or nothing for no date. Returns into. */
const char *date_print(struct date date, char into[static DATE_TEXT_SIZE]);
struct date date_add_days(struct date date, int32_t days);
enum weekday date_weekday(struct date date);
/* Age in whole years on a day; who is born on 29 February has the birthday on 1 March in other years. */
int date_age_on(struct date born, struct date on);
/* The day on which somebody born then turns age_years (29 February as in date_age_on). */
struct date date_birthday(struct date born, int age_years);

static inline bool date_is(struct date date)
{
	return date.day != 0;
}

static inline bool date_before(struct date a, struct date b)
{
	return a.day < b.day;
}

/* Whether on lies in the half-open interval [from, until); no until means no end. */
static inline bool date_within(struct date on, struct date from, struct date until)
{
	return from.day <= on.day && (until.day == 0 || on.day < until.day);
}

/* The last day of a half-open interval; no date where it has no end: no until, or DATE_LAST. */
static inline struct date date_last_day(struct date until)
{
	return (struct date){ until.day == 0 || until.day == DATE_LAST.day ? 0 : until.day - 1 };
}

/* The end of the half-open interval with this last day: DATE_LAST where there is none, or no day behind it.
 */
static inline struct date date_until(struct date last_day)
{
	return last_day.day == 0 || last_day.day >= DATE_LAST.day ? DATE_LAST
	                                                          : (struct date){ last_day.day + 1 };
}

/* Reads exactly YYYY-MM-DDTHH:MM:SSZ. */
bool moment_read(const char *text, struct moment *ret_moment);
const char *moment_print(struct moment moment, char into[static MOMENT_TEXT_SIZE]);

#endif
