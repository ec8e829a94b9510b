/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/date.h"

#include <stdio.h>
#include <string.h>

#define EPOCH_DAY 719163 /* 1970-01-01 */
#define DAY_SECONDS 86400

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days before 1 January of year. */
static int32_t days_before_year(int year)
{
	int y = year - 1;

	return y * 365 + y / 4 - y / 100 + y / 400;
}

struct date date_of(int year, int month, int day)
{
	int32_t number;

	if (year < 1 || year > 9999 || month < 1 || month > 12)
		return (struct date){ 0 };
	if (day < 1 || day > days_in_month(year, month))
		return (struct date){ 0 };
	number = days_before_year(year) + day;
	for (int m = 1; m < month; m++)
		number += days_in_month(year, m);
	return (struct date){ number };
}

void date_parts(struct date date, int *ret_year, int *ret_month, int *ret_day)
{
	int year = date.day / 366 + 1; /* never too late, at most some years early */
	int month = 1;
	int32_t rest;

	while (year < 9999 && days_before_year(year + 1) < date.day)
		year++;
	rest = date.day - days_before_year(year);
	while (month < 12 && rest > days_in_month(year, month))
		rest -= days_in_month(year, month++);
	*ret_year = year;
	*ret_month = month;
	*ret_day = rest;
}

/* The number of length digits at text, or -1. */
static int read_digits(const char *text, int length)
{
	int number = 0;

	for (int i = 0; i < length; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

/* Reads the ten characters YYYY-MM-DD at text, whatever follows. */
static struct date read_day(const char *text)
{
	if (strnlen(text, 10) < 10 || text[4] != '-' || text[7] != '-')
		return (struct date){ 0 };
	return date_of(read_digits(text, 4), read_digits(text + 5, 2), read_digits(text + 8, 2));
}

bool date_read(const char *text, struct date *ret_date)
{
	struct date date = read_day(text);

	if (!date_is(date) || text[10] != '\0')
		return false;
	*ret_date = date;
	return true;
}

/* The last digits of number, so many; returns where they end. */
static char *print_digits(char *into, int digits, int number)
{
	for (int i = digits - 1; i >= 0; i--, number /= 10)
		into[i] = (char)('0' + number % 10);
	return into + digits;
}

const char *date_print(struct date date, char into[static DATE_TEXT_SIZE])
{
	int year, month, day;
	char *at;

	into[0] = '\0';
	if (!date_is(date))
		return into;
	date_parts(date, &year, &month, &day);
	at = print_digits(into, 4, year);
	*at++ = '-';
	at = print_digits(at, 2, month);
	*at++ = '-';
	at = print_digits(at, 2, day);
	*at = '\0';
	return into;
}

struct date date_add_days(struct date date, int32_t days)
{
	return (struct date){ date.day + days };
}

enum weekday date_weekday(struct date date)
{
	return (enum weekday)((date.day + 6) % 7); /* 0001-01-01 was a Monday */
}

int date_age_on(struct date born, struct date on)
{
	int born_year, born_month, born_day, year, month, day;

	date_parts(born, &born_year, &born_month, &born_day);
	date_parts(on, &year, &month, &day);
	return year - born_year - (month < born_month || (month == born_month && day < born_day) ? 1 : 0);
}

struct date date_birthday(struct date born, int age_years)
{
	int year, month, day;
	struct date birthday;

	date_parts(born, &year, &month, &day);
	birthday = date_of(year + age_years, month, day);
	return date_is(birthday) ? birthday : date_of(year + age_years, 3, 1);
}

bool moment_read(const char *text, struct moment *ret_moment)
{
	struct date date;
	int hour, minute, second;

	if (strlen(text) != MOMENT_TEXT_SIZE - 1)
		return false;
	if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
		return false;
	date = read_day(text);
	hour = read_digits(text + 11, 2);
	minute = read_digits(text + 14, 2);
	second = read_digits(text + 17, 2);
	if (!date_is(date) || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
		return false;
	ret_moment->seconds =
		(int64_t)(date.day - EPOCH_DAY) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
	return true;
}

const char *moment_print(struct moment moment, char into[static MOMENT_TEXT_SIZE])
{
	int64_t days = moment.seconds / DAY_SECONDS;
	unsigned rest = (unsigned)(moment.seconds % DAY_SECONDS);
	char date[DATE_TEXT_SIZE];

	into[0] = '\0';
	if (moment.seconds <= 0)
		return into;
	(void)date_print((struct date){ (int32_t)days + EPOCH_DAY }, date);
	(void)snprintf(into, MOMENT_TEXT_SIZE, "%.10sT%02u:%02u:%02uZ", date, rest / 3600 % 24,
	               rest / 60 % 60, rest % 60);
	return into;
}
