/* SPDX-License-Identifier: EUPL-1.2 */
/* Days: which are working days, how a date is worded, and the file of equated days. */
#include "common/calendar/calendar.h"

#include <string.h>

#include "platform/base/words.h"

/* A holiday on a fixed day, or some days after Easter (month is 0). */
struct holiday {
	const char *name;
	int month, day;
	int after_easter_days;
	bool is_equated;
};

/* Algemene termijnenwet art. 3 lid 1; Good Friday is equated by lid 2. The King's Day has its own rule. */
static const struct holiday holidays[] = {
	{ .name = WORDS("Nieuwjaarsdag"), .month = 1, .day = 1 },
	{ .name = WORDS("Goede Vrijdag"), .after_easter_days = -2, .is_equated = true },
	{ .name = WORDS("Tweede Paasdag"), .after_easter_days = 1 },
	{ .name = WORDS("Bevrijdingsdag"), .month = 5, .day = 5 },
	{ .name = WORDS("Hemelvaartsdag"), .after_easter_days = 39 },
	{ .name = WORDS("Tweede Pinksterdag"), .after_easter_days = 50 },
	{ .name = WORDS("Eerste Kerstdag"), .month = 12, .day = 25 },
	{ .name = WORDS("Tweede Kerstdag"), .month = 12, .day = 26 },
};

static const char *const weekdays[] = { WORDS("maandag"),   WORDS("dinsdag"), WORDS("woensdag"),
	                                WORDS("donderdag"), WORDS("vrijdag"), WORDS("zaterdag"),
	                                WORDS("zondag") };

static const char *const months[] = { WORDS("januari"), WORDS("februari"), WORDS("maart"),
	                              WORDS("april"),   WORDS("mei"),      WORDS("juni"),
	                              WORDS("juli"),    WORDS("augustus"), WORDS("september"),
	                              WORDS("oktober"), WORDS("november"), WORDS("december") };

/* Easter Sunday of the Gregorian calendar; Meeus, Astronomical Algorithms, chapter 8, with his letters. */
static struct date easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return date_of(year, n / 31, n % 31 + 1);
}

/* The royal birthday is celebrated on 27 April, before 2014 on 30 April; a day earlier when that is Sunday.
 */
static const char *royal_holiday(struct date date, int year)
{
	struct date birthday = date_of(year, 4, year < 2014 ? 30 : 27);

	if (date_weekday(birthday) == SUNDAY)
		birthday = date_add_days(birthday, -1);
	if (date.day != birthday.day)
		return NULL;
	return year < 2014 ? WORDS("Koninginnedag") : WORDS("Koningsdag");
}

static const struct holiday *lawful_holiday(struct date date, int year)
{
	struct date easter_day = easter(year);

	for (size_t i = 0; i < COUNT(holidays); i++) {
		const struct holiday *holiday = &holidays[i];
		struct date on = holiday->month == 0 ? date_add_days(easter_day, holiday->after_easter_days)
		                                     : date_of(year, holiday->month, holiday->day);

		if (date.day == on.day)
			return holiday;
	}
	return NULL;
}

/* Algemene termijnenwet art. 3 lid 3: the days that a royal decree equates. */
static const char *decreed_day(const struct calendar *calendar, struct date date)
{
	for (size_t i = 0; i < calendar->count; i++)
		if (calendar->days[i].date.day == date.day)
			return calendar->days[i].name;
	return NULL;
}

struct day_off calendar_day_off(const struct calendar *calendar, struct date date)
{
	int year, month, day;
	const struct holiday *holiday;
	const char *name;

	date_parts(date, &year, &month, &day);
	holiday = lawful_holiday(date, year);
	if (holiday != NULL)
		return (struct day_off){ holiday->is_equated ? "equated" : "holiday", holiday->name };
	name = royal_holiday(date, year);
	if (name != NULL)
		return (struct day_off){ "holiday", name };
	name = decreed_day(calendar, date);
	if (name != NULL)
		return (struct day_off){ "equated", name };
	switch (date_weekday(date)) {
	case SATURDAY:
		return (struct day_off){ .code = "saturday" };
	case SUNDAY:
		return (struct day_off){ .code = "sunday" };
	case MONDAY:
	case TUESDAY:
	case WEDNESDAY:
	case THURSDAY:
	case FRIDAY:
		break;
	}
	return (struct day_off){ .code = NULL };
}

struct date calendar_working_day_after(const struct calendar *calendar, struct date date, int count)
{
	while (count > 0) {
		date = date_add_days(date, 1);
		count -= calendar_is_working_day(calendar, date) ? 1 : 0;
	}
	return date;
}

const char *calendar_date_words(struct date date, const char *language, bool with_weekday,
                                struct arena *arena)
{
	int year, month, day;
	const char *weekday, *month_name;

	if (!date_is(date))
		return "";
	date_parts(date, &year, &month, &day);
	weekday = with_weekday ? words_in(language, weekdays[date_weekday(date)]) : "";
	month_name = words_in(language, months[month - 1]);
	return arena_print(arena, "%s%s%d %s %d", weekday, with_weekday ? " " : "", day, month_name, year);
}

/* One field up to the separator, in arena; NULL when it is empty or has no separator. Moves *at past it. */
static const char *next_field(const char **at, char separator, struct arena *arena)
{
	const char *begin = *at;
	size_t length = strcspn(begin, ",\n");

	if (length == 0 || begin[length] != separator)
		return NULL;
	*at = begin + length + 1;
	return arena_copy_part(arena, begin, length);
}

/* Reads the line at *at; false when it is not date,name,source. Moves *at to the next line. */
static bool read_day(const char **at, struct arena *arena, struct calendar_day *ret_day)
{
	const char *date = next_field(at, ',', arena);

	if (date == NULL || !date_read(date, &ret_day->date))
		return false;
	ret_day->name = next_field(at, ',', arena);
	if (ret_day->name == NULL)
		return false;
	ret_day->source = next_field(at, '\n', arena);
	return ret_day->source != NULL;
}

static size_t count_lines(const char *text)
{
	size_t lines = 0;

	for (; *text != '\0'; text++)
		lines += *text == '\n' ? 1 : 0;
	return lines;
}

enum status calendar_read(const char *csv, struct arena *arena, struct calendar *ret_calendar,
                          struct fault *fault)
{
	static const char header[] = "date,name,source\n";
	struct calendar_day *days = ARENA_MANY(arena, count_lines(csv) + 1, struct calendar_day);
	struct date last = { 0 };
	size_t count = 0;

	if (strncmp(csv, header, strlen(header)) != 0)
		return fault_set(fault, FAILED, "holidays, line 1: write date,name,source");
	csv += strlen(header);
	while (*csv != '\0') {
		if (!read_day(&csv, arena, &days[count]))
			return fault_set(fault, FAILED, "holidays, line %zu: write date,name,source",
			                 count + 2);
		if (!date_before(last, days[count].date))
			return fault_set(fault, FAILED, "holidays, line %zu: put the earliest day first",
			                 count + 2);
		last = days[count++].date;
	}
	*ret_calendar = (struct calendar){ .days = days, .count = count };
	return OK;
}
