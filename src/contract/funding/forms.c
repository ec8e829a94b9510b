/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/forms.h"

#include <assert.h>
#include <string.h>

const struct funding_form funding_forms[] = {
	{ "price_quantity", false, true },    { "arrangement", false, true }, { "lump_sum", true, false },
	{ "population_budget", true, false }, { NULL, false, false },
};

const struct funding_form *funding_form_of(const char *code)
{
	for (size_t i = 0; funding_forms[i].code != NULL; i++)
		if (code != NULL && strcmp(funding_forms[i].code, code) == 0)
			return &funding_forms[i];
	return NULL;
}

/* amount x parts / of, half a cent up. */
static int64_t rounded(int64_t amount, int64_t parts, int64_t of)
{
	assert(amount >= 0 && parts >= 0 && of > 0);
	return (2 * amount * parts + of) / (2 * of);
}

int64_t funding_price_quantity(const struct delivered *lines, size_t count, int64_t *ret_beyond)
{
	int64_t cents = 0;

	*ret_beyond = 0;
	for (size_t i = 0; i < count; i++) {
		bool is_more = lines[i].parts > lines[i].granted;

		*ret_beyond += is_more ? lines[i].parts - lines[i].granted : 0;
		cents += rounded(lines[i].tariff.cents, is_more ? lines[i].granted : lines[i].parts,
		                 lines[i].per);
	}
	return cents;
}

enum part_period funding_part_period(const char *code)
{
	for (size_t i = 0; scheme_part_periods[i].code != NULL; i++)
		if (code != NULL && strcmp(scheme_part_periods[i].code, code) == 0)
			return (enum part_period)i;
	return PART_DAYS;
}

static struct date month_begin(struct date day)
{
	int year = 1, month = 1, at = 1;

	date_parts(day, &year, &month, &at);
	return date_of(year, month, 1);
}

static struct date month_end(struct date begin)
{
	int year = 1, month = 1, at = 1;

	date_parts(begin, &year, &month, &at);
	return month == 12 ? date_of(year + 1, 1, 1) : date_of(year, month + 1, 1);
}

/* How many days of [from, until) lie in the stretch. */
static int64_t days_in(const struct stretch *stretch, struct date from, struct date until)
{
	int32_t first = stretch->from.day > from.day ? stretch->from.day : from.day;
	int32_t end = stretch->until.day < until.day ? stretch->until.day : until.day;

	return end > first ? end - first : 0;
}

static int64_t month_cents(const struct stretch *stretches, size_t count, struct date begin,
                           enum part_period rule)
{
	struct date end = month_end(begin);
	int64_t length = end.day - begin.day, covered = 0, by_days = 0, price = -1;

	for (size_t i = 0; i < count; i++) {
		int64_t days = days_in(&stretches[i], begin, end);

		covered += days;
		by_days += rounded(stretches[i].price.cents, days, length);
		if (price < 0 && days > 0)
			price = stretches[i].price.cents;
	}
	if (covered == 0)
		return 0;
	if (rule == PART_DAYS)
		return by_days;
	return rule == PART_HALF && 2 * covered <= length ? rounded(price, 1, 2) : price;
}

int64_t funding_arrangement(const struct stretch *stretches, size_t count, enum part_period rule)
{
	int64_t cents = 0;

	if (count == 0)
		return 0;
	for (struct date begin = month_begin(stretches[0].from);
	     date_before(begin, stretches[count - 1].until); begin = month_end(begin))
		cents += month_cents(stretches, count, begin, rule);
	return cents;
}
