/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/volume.h"

#define DAYS_IN_WEEK 7
#define MINUTES_IN_HOUR 60
/* A month may touch six weeks, and whoever helps at home may come in each of them. */
#define DOMESTIC_WEEKS 6

struct claim_period claim_month_of(struct date day)
{
	int year, month, number;

	date_parts(day, &year, &month, &number);
	return (struct claim_period){
		date_of(year, month, 1),
		month == 12 ? date_of(year + 1, 1, 1) : date_of(year, month + 1, 1),
	};
}

struct claim_period claim_product_period(struct claim_period valid, struct claim_period month)
{
	struct claim_period both = month;

	if (date_before(both.from, valid.from))
		both.from = valid.from;
	if (date_is(valid.until) && date_before(valid.until, both.until))
		both.until = valid.until;
	if (date_before(both.until, both.from))
		both.until = both.from;
	return both;
}

static bool is_empty(struct claim_period period)
{
	return period.from.day >= period.until.day;
}

/* The week that a day lies in, counted from 0001-01-01, which was a Monday. */
static int64_t week_of(int32_t day)
{
	return (day - 1) / DAYS_IN_WEEK;
}

/* ISO weeks that have a day in the period. */
static int64_t weeks(struct claim_period period)
{
	return is_empty(period) ? 0 : week_of(period.until.day - 1) - week_of(period.from.day) + 1;
}

static int64_t sundays_in(struct claim_period period)
{
	/* before a day there were as many Sundays as whole weeks */
	return is_empty(period) ? 0 : week_of(period.until.day) - week_of(period.from.day);
}

/* Calendar months that have a day in the period. */
static int64_t months(struct claim_period period)
{
	int from_year, from_month, until_year, until_month, day;

	if (is_empty(period))
		return 0;
	date_parts(period.from, &from_year, &from_month, &day);
	date_parts(date_add_days(period.until, -1), &until_year, &until_month, &day);
	return (int64_t)(until_year - from_year) * 12 + until_month - from_month + 1;
}

static int64_t days(struct claim_period period)
{
	return is_empty(period) ? 0 : period.until.day - period.from.day;
}

static bool is_output(enum claim_unit unit)
{
	return unit == CLAIM_PIECE || unit == CLAIM_EURO;
}

/*
 * A week of output counts in the month of its Sunday; the last week of an order that does not end on a Sunday
 * has none, and counts where the order's last Sunday lies. An order that knows no Sunday at all counts its
 * week where it ends.
 */
static int64_t output_weeks(struct claim_period valid, struct claim_period period)
{
	int64_t sundays = sundays_in(period);
	struct date last = { 0 };

	if (!date_is(valid.until) || date_weekday(date_add_days(valid.until, -1)) == SUNDAY)
		return sundays;
	last.day = sundays_in(valid) == 0 ? valid.until.day - 1
	                                  : (int32_t)week_of(valid.until.day) * DAYS_IN_WEEK;
	return sundays + (date_within(last, period.from, period.until) ? 1 : 0);
}

int64_t claim_most_in_period(const struct claim_extent *extent, struct claim_period valid,
                             struct claim_period period)
{
	switch (extent->per) {
	case CLAIM_PER_DAY:
		return extent->volume * days(period);
	case CLAIM_PER_WEEK:
		if (extent->is_domestic)
			return extent->volume * DOMESTIC_WEEKS;
		return extent->volume *
		       (is_output(extent->unit) ? output_weeks(valid, period) : weeks(period));
	case CLAIM_PER_MONTH:
	case CLAIM_IN_ALL:
		return extent->volume;
	case CLAIM_PER_NOTHING:
		break;
	}
	return CLAIM_UNLIMITED;
}

int64_t claim_most_in_all(const struct claim_extent *extent, struct claim_period valid)
{
	if (extent->per == CLAIM_IN_ALL)
		return extent->volume;
	if (!date_is(valid.until))
		return CLAIM_UNLIMITED;
	switch (extent->per) {
	case CLAIM_PER_DAY:
		return extent->volume * days(valid);
	case CLAIM_PER_WEEK:
		return extent->volume * weeks(valid);
	case CLAIM_PER_MONTH:
		return extent->volume * months(valid);
	case CLAIM_PER_NOTHING:
	case CLAIM_IN_ALL:
		break;
	}
	return CLAIM_UNLIMITED;
}

int64_t claim_counted(int64_t volume, enum claim_unit unit)
{
	return unit == CLAIM_HOUR && volume != CLAIM_UNLIMITED ? volume * MINUTES_IN_HOUR : volume;
}
